import type { MinutesRoom } from '../minutes-room.ts'
import { questionsExporter, questionsImporter } from './import-questions.ts'
import { questionsMigration } from './migration.ts'
import { askPage } from './pages/ask-page.ts'
import { questionsForAgenda } from './pages/coming-back.ts'
import { questionsPage } from './pages/list-page.ts'
import { meetingQuestionsPage } from './pages/meeting-questions-page.ts'
import { answerPage, declinePage, putPage, questionPage, withdrawPage } from './pages/question-page.ts'
import { questionsSection } from './pages/questions-section.ts'
import { placeQuestions } from './place-questions.ts'
import { questionsOfBody, questionsOnItem, questionsPublicPages } from './public/public-pages.ts'
import { remindOfQuestions } from './remind.ts'

/** Questions of members to an item or a figure, which come back until they are answered. */
export const questions: MinutesRoom = {
  migrations: [questionsMigration],
  pages: questionsPublicPages,
  staffPages: [questionsPage, askPage, questionPage, putPage, declinePage, answerPage, withdrawPage, meetingQuestionsPage],
  sections: [questionsSection],
  navigation: [{ text: 'Questions', href: '/staff/questions', verb: 'questions.see', also: ['/staff/requests-for-documents'] }],
  importers: [questionsImporter],
  exporters: [questionsExporter],
  hourly: [placeQuestions, remindOfQuestions],
  ways: [{ text: 'Questions', path: 'questions', verb: 'questions.see' }],
  agendaParts: questionsForAgenda,
  itemSections: [questionsOnItem],
  homeWays: [{ text: 'Questions', href: '/questions', about: 'what members asked, and the answers' }],
  bodySections: [questionsOfBody],
}
