import type { MinutesRoom } from '../minutes-room.ts'
import { documentRequestsExporter, documentRequestsImporter } from './import-requests.ts'
import { requestsMigrations } from './migrations.ts'
import { askForDocumentPage } from './pages/ask-page.ts'
import { requestsPage } from './pages/list-page.ts'
import { answerPage, namePage, requestPage, withdrawPage } from './pages/request-page.ts'
import { requestsSection } from './pages/requests-section.ts'
import { requestsApi } from './public/api.ts'
import { requestsOfBody, requestsPublicPages } from './public/public-pages.ts'
import { remindOfRequests } from './remind.ts'

/** Scrutiny members’ requests for documents of the executive, with their clock. */
export const requests: MinutesRoom = {
  migrations: requestsMigrations,
  pages: requestsPublicPages,
  api: requestsApi,
  staffPages: [requestsPage, askForDocumentPage, requestPage, answerPage, namePage, withdrawPage],
  sections: [requestsSection],
  importers: [documentRequestsImporter],
  exporters: [documentRequestsExporter],
  hourly: [remindOfRequests],
  homeWays: [{ text: 'Requests for documents', href: '/requests-for-documents', about: 'what scrutiny asked to see, and where it was refused, why' }],
  bodySections: [requestsOfBody],
}
