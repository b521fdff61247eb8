package checks

// All lists the checks in the order in which they are documented. To add one:
// a file here, a page in docs, a line below.
var All = []*Check{
	mixedScript, deprecatedSpelling, inconsistentSpelling, unlistedSpelling, untranslatedName, corpusInconsistency,
	unexplainedAcronym, articleOnName, joinedScripts, repeatedWord, untranslatedText,
}
