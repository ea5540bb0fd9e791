import type { Fault } from './outcome.ts'

/** Enough to see what is wrong; a long text can have thousands. */
const most = 20

/** The first twenty faults, and how many more there are where there are any. */
export function firstFaults(faults: readonly Fault[]): { readonly faults: readonly Fault[]; readonly moreFaults?: number } {
  return faults.length <= most ? { faults } : { faults: faults.slice(0, most), moreFaults: faults.length - most }
}
