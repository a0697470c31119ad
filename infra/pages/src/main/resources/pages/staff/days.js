/** Days, as fields of the type `date` have them, on the clock of the browser. */

/** The day of a time; empty for none. */
export function dayOf(time) {
  if (!time) {
    return '';
  }
  const at = new Date(time);
  const two = (number) => String(number).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** When a day begins, or the day so many days after it. */
export function beginningOf(day, later = 0) {
  const at = new Date(`${day}T00:00:00`);
  at.setDate(at.getDate() + later);
  return at.toISOString();
}
