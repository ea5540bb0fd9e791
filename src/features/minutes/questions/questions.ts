import type { MinutesRoom } from '../minutes-room.ts'
import { questionsExporter, questionsImporter } from './import-questions.ts'
import { questionsMigrations } from './migrations.ts'
import { askPage } from './pages/ask-page.ts'
import { questionsForAgenda } from './pages/coming-back.ts'
import { questionsPage } from './pages/list-page.ts'
import { meetingQuestionsPage } from './pages/meeting-questions-page.ts'
import { answerPage, declinePage, putPage, questionPage, withdrawPage } from './pages/question-page.ts'
import { questionsSection } from './pages/questions-section.ts'
import { placeQuestions, questionsFollowAgendas } from './place-questions.ts'
import { questionsApi } from './public/api.ts'
import { questionsOfBody, questionsOnItem, questionsPublicPages } from './public/public-pages.ts'
import { remindOfQuestions } from './remind.ts'
import { withholdingFollowsAgendas, withholdQuestions } from './withhold.ts'

/** Questions of members to an item or a figure, which come back until they are answered. */
export const questions: MinutesRoom = {
  migrations: questionsMigrations,
  pages: questionsPublicPages,
  api: questionsApi,
  staffPages: [questionsPage, askPage, questionPage, putPage, declinePage, answerPage, withdrawPage, meetingQuestionsPage],
  sections: [questionsSection],
  navigation: [{ text: 'Questions', href: '/staff/questions', verb: 'questions.see', also: ['/staff/requests-for-documents'], about: 'Questions from members, and the documents that they ask for', dailyFor: ['chair', 'councillor', 'coopted', 'director', 'analyst', 'finance', 'partnership', 'manager'] }],
  importers: [questionsImporter],
  exporters: [questionsExporter],
  hourly: [withholdQuestions, placeQuestions, remindOfQuestions],
  followAgendas: [withholdingFollowsAgendas, questionsFollowAgendas],
  ways: [{ text: 'Questions', path: 'questions', verb: 'questions.see' }],
  agendaParts: questionsForAgenda,
  itemSections: [questionsOnItem],
  homeWays: [{ text: 'Questions', href: '/questions', about: 'what members asked, and the answers' }],
  bodySections: [questionsOfBody],
}
