/** A translate module from a list of words; what the list lacks stays English and is remembered for the tests. */
export function translateWith(words, missing) {
  function translate(text, values = {}) {
    const known = Object.hasOwn(words, text) || OWN.test(text);
    if (!known && !text.startsWith("Error:")) {
      missing.add(text);
    }
    return (words[text] ?? text).replace(/{([^}]+)}/g, (whole, name) => values[name] ?? whole);
  }
  return { translate: ["value", translate] };
}

/** Our own words pass through the libraries' translate too. */
const OWN = /[À-ỹđĐ]|^$/;
