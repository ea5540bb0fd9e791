import type { FieldFault } from '#platform/files/placed.ts'

/** Those faults of a record that it did not have as it stood: whoever changes one thing need not first put right another that was taken before. */
export function newFaults(faults: readonly FieldFault[], stood: readonly FieldFault[]): FieldFault[] {
  const before = stood.map(sameWhereverItStands)
  return faults.filter((fault) => {
    const place = before.indexOf(sameWhereverItStands(fault))
    if (place >= 0) before.splice(place, 1)
    return place < 0
  })
}

/** Lists move when something is added to them. */
function sameWhereverItStands({ field, found }: FieldFault): string {
  return `${(field ?? '').replaceAll(/\[\d+\]/g, '')} ${found ?? ''}`
}
