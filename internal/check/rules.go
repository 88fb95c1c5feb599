package check

// Rules are all rules there are, in the order in which the reference lists them.
var Rules = []*Rule{
	coverageMissing,
	coverageRequired,
	coverageSame,
	coverageStale,
	markupLink,
	markupInline,
	markupEmphasis,
	markupHTML,
	markupBlock,
	textControl,
	textLong,
	catalogOutdated,
	catalogUnknownID,
	attributionAgent,
	attributionAuthor,
	attributionFoundAt,
	attributionLicense,
	attributionProtected,
	attributionRights,
	attributionTranslator,
}
