// How a size is written wherever the toolchain prints one.

/** `1,234.5 KB`, of 1,000 bytes. */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} KB`;
}
