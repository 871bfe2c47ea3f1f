/* What esbuild does not say: a name that nothing defines, and one that nothing uses. */
import js from "@eslint/js"
import globals from "globals"

export default [
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2024, sourceType: "module", globals: globals.browser },
    rules: {
      "no-control-regex": "off", // static/js/board/tidy.js names them on purpose
      "no-misleading-character-class": "off",
    },
  },
]
