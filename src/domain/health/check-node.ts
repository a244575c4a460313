import { amber, green, type HealthLine } from './health-line.ts';

/** The last day of support of each release of Node, from its project's published schedule. */
const lastDays: Readonly<Record<number, string>> = { 20: '2026-04-30', 22: '2027-04-30', 24: '2028-04-30' };

/** Whether the Node that runs this still gets security fixes. `version` as Node gives it ("v20.19.0"). */
export function checkNode(version: string, now: Date): HealthLine {
  const major = Number(/^v?(\d+)/.exec(version)?.[1]);
  const lastDay = lastDays[major];
  const today = now.toISOString().slice(0, 10);
  if (major < 20 || (lastDay !== undefined && today > lastDay)) {
    return amber('node', `Node ${major} gets no more security fixes.`, 'ICT lead: install Node 24.');
  }
  return green('node', `Node ${major} is supported${lastDay === undefined ? '' : ` until ${lastDay}`}.`);
}
