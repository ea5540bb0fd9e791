import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { examplePassword, goldenThread } from './product.ts'
import type { Stores } from './stores.ts'

/** Stores whose copies have a second scrutiny officer, Rowan Ashdown, who signs in as `rowan`. */
export function withSecondOfficer(stores: Stores): Stores {
  return {
    ...stores,
    copy: async () => {
      const folder = await stores.copy()
      const password = join(folder, 'password.txt')
      await writeFile(password, `${examplePassword}\n`)
      const added = await goldenThread(['user', 'add', 'rowan@example.test', '--name', 'Rowan Ashdown', '--role', 'officer', '--password-file', password], { DATA_DIR: folder, TODAY: '2023-07-01' })
      assert.equal(added.code, 0, added.err)
      return folder
    },
  }
}
