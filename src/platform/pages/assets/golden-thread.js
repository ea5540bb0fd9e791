// Pages work without this; with it, a password can be shown, a double press is ignored and messages take the focus.
import { initAll } from './govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()
