import { version as packageVersion } from '../package.json'

/** As in package.json; the bundle holds the text. */
export const version: string = packageVersion
