const longest = 80

/** The matter as a part of an address: "Future of Redditch Library" is `future-of-redditch-library`. */
export function slugged(matter: string): string {
  const words = matter.normalize('NFKD').toLowerCase().replaceAll(/['’]/g, '').match(/[a-z0-9]+/g) ?? []
  let slug = ''
  for (const word of words) {
    if (slug !== '' && slug.length + word.length + 1 > longest) break
    slug = slug === '' ? word.slice(0, longest) : `${slug}-${word}`
  }
  return slug
}
