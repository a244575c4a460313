/** The names of this computer that no other can use. */
export const loopback: readonly string[] = ['127.0.0.1', '::1', 'localhost'];

/** Whether the host of a URL, where an IPv6 address has brackets, is this computer. */
export function isLoopback({ hostname }: URL): boolean {
  return loopback.includes(hostname.replace(/^\[(.*)\]$/, '$1'));
}
