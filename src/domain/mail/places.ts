/** A place as it stands behind what is done there: "at the Green Bean", "on Zoom", "by phone", "downtown". */
export function placeLed(text: string): string {
  const plain = text.replace(
    AFAR,
    typed => AFAR_SAID[typed.toLowerCase().replace(/^on /, '')] ?? typed,
  )
  if (NO_LEAD.test(plain)) return plain
  return COMMON.test(plain) ? `at the ${plain}` : `at ${plain}`
}

const AFAR_SAID: Readonly<Record<string, string>> = {
  zoom: 'on Zoom',
  teams: 'on Teams',
  'google meet': 'on Google Meet',
  facetime: 'on FaceTime',
  skype: 'on Skype',
  discord: 'on Discord',
  phone: 'by phone',
  'a call': 'by phone',
  video: 'by video',
  'video call': 'by video',
}
const AFAR = new RegExp(`^(?:on )?(?:${Object.keys(AFAR_SAID).join('|')})$`, 'i')
const NO_LEAD =
  /^(?:at|in|on|by|near|over|via|across|outside|inside|around|behind|next to|before|after|online|here|there|downtown|uptown|upstairs|downstairs|virtual(?:ly)?)(?:\s|$)/i
/** Of these a hurried note leaves "the" out. */
const COMMON =
  /^(?:library|gym|park|cafeteria|lobby|hospital|cafe|coffee shop|beach|pool|lounge|quad|office|clinic|student (?:center|lounge|union)|hospital (?:cafe|cafeteria|lobby))$/i
