import { MOST_COUNT, MOST_DAYS } from '../domain/data/bounds.ts'
import { FIELDS } from '../domain/data/fields.ts'
import { LISTS, type ListName, SCHEMA_VERSION } from '../domain/data/model.ts'
import type { FieldRow } from '../domain/data/rows.ts'

type Schema = Record<string, unknown>

/** A JSON Schema (draft 2020-12) of the data file, made from the table of fields; unknown keys are allowed. */
export function dataSchema(): Schema {
  const lists = Object.fromEntries(
    LISTS.map(list => [list, { type: 'array', items: recordSchema(list) }]),
  )
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'netmed data file',
    type: 'object',
    required: ['schemaVersion', 'meta', 'contacts', 'followUps', 'interactions'],
    properties: {
      schemaVersion: { const: SCHEMA_VERSION },
      meta: {
        type: 'object',
        required: ['nextId', 'rev'],
        properties: {
          nextId: { type: 'integer', minimum: 1 },
          rev: { type: 'integer', minimum: 0 },
        },
      },
      profile: { type: 'object', properties: properties(FIELDS.profile) },
      settings: { type: 'object', additionalProperties: { type: ['number', 'string'] } },
      ...lists,
    },
  }
}

function recordSchema(list: ListName): Schema {
  const rows = FIELDS[list]
  return {
    type: 'object',
    required: ['id', 'uid', 'createdAt', ...rows.filter(row => row.required).map(row => row.name)],
    properties: {
      id: { type: 'integer', minimum: 1 },
      uid: { type: 'string', pattern: '^[a-z0-9]{16}$' },
      createdAt: MOMENT,
      updatedAt: MOMENT,
      rev: { type: 'integer', minimum: 1 },
      ...properties(rows),
    },
  }
}

const MOMENT: Schema = { type: 'string', format: 'date-time' }
const DAY = '\\d{4}-\\d{2}-\\d{2}'

function properties(rows: readonly FieldRow[]): Record<string, Schema> {
  return Object.fromEntries(rows.map(row => [row.name, described(row)]))
}

function described(row: FieldRow): Schema {
  const value = valueSchema(row)
  const most = row.strict ? { maxItems: row.most } : {}
  const schema = row.many ? { type: 'array', items: value, ...most } : value
  return { description: row.help, ...schema }
}

function valueSchema(row: FieldRow): Schema {
  switch (row.type) {
    case 'count':
    case 'minutes':
      return { type: 'integer', minimum: 0, maximum: MOST_COUNT }
    case 'rhythm':
      return { type: 'integer', minimum: 0, maximum: MOST_DAYS }
    case 'reference':
      return { type: 'integer', minimum: 1 }
    case 'flag':
      return { type: 'boolean' }
    case 'choice':
      return { enum: [...(row.choices ?? [])] }
    case 'day':
      return { type: 'string', pattern: `^${DAY}$` }
    case 'birthday':
      return { type: 'string', pattern: `^(${DAY}|--\\d{2}-\\d{2})$` }
    case 'quiet':
      return { type: 'string', pattern: `^(${DAY}|until-woken)$` }
    case 'clock':
      return { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }
    case 'moment':
      return MOMENT
    case 'pairs':
      return {
        type: 'object',
        required: ['contact', 'text'],
        properties: {
          contact: { type: 'integer', minimum: 1 },
          text: { type: 'string', maxLength: row.longest },
        },
      }
    case 'words':
      return { type: 'object', additionalProperties: { type: 'string' } }
    default:
      return { type: 'string', ...(row.strict && { maxLength: row.longest }) }
  }
}
