/* The Design System's behaviours, started where the page has them. Its enhanced file upload stays out: it fails axe. */
import {
  Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, Radios,
  ServiceNavigation, SkipLink, Tabs, createAll, isSupported,
} from "govuk-frontend"

// Stands in for the inline script of the Design System's page template, which our Content-Security-Policy forbids.
document.body.classList.add("js-enabled")
if ("noModule" in HTMLScriptElement.prototype) document.body.classList.add("govuk-frontend-supported")

const behaviours = [
  Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, Radios,
  ServiceNavigation, SkipLink, Tabs,
]
if (isSupported()) behaviours.forEach((behaviour) => createAll(behaviour))
