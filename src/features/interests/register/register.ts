import type { InterestsApp } from '../interests-app.ts'
import type { InterestsRoom } from '../interests-room.ts'
import { interestsApi } from './api.ts'
import { interestsLoadedMigration, interestsMigration } from './migration.ts'
import { editionPage, memberPage } from './public/member-page.ts'
import { interestsOfBody, registerPage as publicRegisterPage } from './public/register-page.ts'
import { grantPage } from './staff/dispensation-page.ts'
import { officeInterestPage, registerPage } from './staff/office-interest-page.ts'
import { officeMemberPage } from './staff/office-member-page.ts'
import { officePage, officePath } from './staff/office-page.ts'
import { ownInterestPage, tellPage } from './staff/own-interest-page.ts'
import { ownInterestsPage, ownPath } from './staff/own-page.ts'
import { officeSection, ownSection } from './staff/work-section.ts'
import { interestsExporter, interestsImporter } from './transfer/import-interests.ts'

/** The register of members’ interests, dispensations, and what touches an agenda. */
export const register: InterestsRoom<InterestsApp> = {
  migrations: [interestsMigration, interestsLoadedMigration],
  pages: [
    { path: '/interests', answer: publicRegisterPage },
    { path: '/interests/:member', answer: memberPage },
    { path: '/interests/:member/editions/:edition', answer: editionPage },
  ],
  api: interestsApi,
  staffPages: [ownInterestsPage, tellPage, ownInterestPage, officePage, officeMemberPage, registerPage, grantPage, officeInterestPage],
  sections: [ownSection, officeSection],
  navigation: [
    { text: 'My interests', href: ownPath, verb: 'interests.tell', about: 'Tell the monitoring officer what you have, and see what is registered', dailyFor: [] },
    { text: 'Members’ interests', href: officePath, verb: 'interests.register', about: 'What members told, to be registered; who is late; dispensations', dailyFor: [] },
  ],
  importers: [interestsImporter],
  exporters: [interestsExporter],
  bodySections: [interestsOfBody],
}
