/** Words by which a line tells something about the document itself. */
export const coverWords =
  /\b(?:dates?|approv(?:ed|al)|adopt(?:ed|ion)|adpoted|ratified|reviewed|review|version|owner|author|status|policy|policies|sign(?:ed|atory|atures?)|reference|issued?|chair|committee|identifier|prepared|statutory|publish(?:ed)?|publication|effective|amended|updated|revis(?:ed|ion)|governors?)\b/i;

/** A line to fill in: a label and dots, underscores or nothing after it. */
export function isFormLine(text: string): boolean {
  const line = text.trim();
  const label = line.replace(/[._…]{3,}/g, ' ').trim();
  if (/[._…]{4,}/.test(line) && !/[.…]{3,}\s*\d{1,3}$/.test(line)) return label.split(/\s+/).length <= 14;
  if (/^signed\s+(?:by|for|on behalf of)\b/i.test(line) && label.split(/\s+/).length <= 9 && !/[.;]$/.test(line))
    return true;
  if (/^(?:[\p{L}’']+\s+){1,4}signature$/iu.test(line)) return true;
  return /^(?:signed|signature|print(?:ed)? name|name|full name|date|position|witness(?:ed by)?)(?:\s*\([^)]*\))?(?:\s+(?:by|of|on)\b[^:]{0,50})?\s*:\s*$/i.test(
    line,
  );
}

/** "Key     value": two short runs of words with a gap of three spaces or more between them, as in a cover table. */
export function isKeyAndValue(text: string): boolean {
  const [key, value, ...rest] = text.trim().split(/\s{3,}/);
  if (!key || !value || rest.length > 0 || text.trim().length > 110) return false;
  return key.split(/\s+/).length <= 8 && !/[.,;?!]$/.test(key) && value.split(/\s+/).length <= 12 && /\p{L}/u.test(key);
}
