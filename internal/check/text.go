package check

import (
	"fmt"

	"colophon/internal/diag"
)

var textControl = &Rule{
	Name: "text/control", Severity: diag.Error, Danger: true,
	Title: diag.T("rule-text-control", "the translation holds a control character or a bidirectional override that the source does not have"),
	Why:   diag.T("rule-text-control-why", "such characters are invisible, and can make a line read otherwise than it is (Unicode TR 36 §3.2)"),
	Bad:   Example{Source: "Pay 10 to Kim", Target: "\u202e김에게 10을 내십시오", Language: "ko"},
	Good:  Example{Source: "Pay 10 to Kim", Target: "김에게 10을 내십시오", Language: "ko"},
	pair: func(p *Pair) []Finding {
		own := map[rune]bool{}
		for _, r := range p.Message.Text {
			own[r] = true
		}
		for _, r := range p.Target {
			if control(r) && !own[r] {
				return []Finding{{diag.T("text-control", "the translation holds the invisible character {{.Char}}", "Char", fmt.Sprintf("U+%04X", r)),
					diag.T("text-control-fix", "remove it from {{.Place}}; until then the edition shows the source there", "Place", p.inCatalog())}}
			}
		}
		return nil
	},
}

// control reports what no translation needs: controls but tab and line feed, and explicit embeddings and overrides.
// The marks LRM, RLM, ALM, the isolates and the joiners are how Arabic, Hebrew and Persian are written.
func control(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r == 0xfeff || r >= 0xe0000 && r <= 0xe007f
}

// longest is how many bytes a target may have.
const longest = 64 << 10

var textLong = &Rule{
	Name: "text/long", Severity: diag.Error, Danger: true,
	Title: diag.T("rule-text-long", "the translation of one message is longer than 64 KiB"),
	Why:   diag.T("rule-text-long-why", "no message is; a file has probably been pasted into one place"),
	pair: func(p *Pair) []Finding {
		if len(p.Target) <= longest || len(p.Target) <= 4*len(p.Message.Text) {
			return nil
		}
		return []Finding{{diag.N("text-long", len(p.Target), "the translation has {{.Count}} byte", "the translation has {{.Count}} bytes"),
			diag.T("text-long-fix", "keep in {{.Place}} what translates this message", "Place", p.inCatalog())}}
	},
}
