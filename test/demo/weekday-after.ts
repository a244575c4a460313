/** The `count`th weekday after a day as cards print it, as a form takes it. */
export function weekdayAfter(printed: string, count: number): string {
  const day = new Date(`${printed} 12:00 UTC`);
  for (let left = count; left > 0;) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (day.getUTCDay() % 6 !== 0) left -= 1;
  }
  return day.toISOString().slice(0, 10);
}
