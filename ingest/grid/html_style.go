package grid

import "strings"

// htmlStyles are the rules of a page's style sheets for elements, classes, and classes of elements. Rules that look at
// what lies around an element are left out: they tell no font in the exports of Excel or of the systems that copy them.
type htmlStyles struct {
	rules  map[htmlSelector]cssRule
	inline map[string]cssRule    // style attributes seen
	veils  map[htmlSelector]bool // what rules hide that look at what lies around it
}

type htmlSelector struct{ tag, class string }

// cssRule is what a rule says, as far as this reader looks at it.
type cssRule struct {
	font                 string // "" says nothing
	format               string // mso-number-format
	bold, strike         answer
	hidden, preformatted answer
}

// mostStyles bounds what is kept of style sheets and attributes.
const mostStyles = 1 << 15

func newHTMLStyles() *htmlStyles {
	return &htmlStyles{rules: map[htmlSelector]cssRule{}, inline: map[string]cssRule{}, veils: map[htmlSelector]bool{}}
}

// read takes the rules of a style sheet.
func (s *htmlStyles) read(sheet string) {
	sheet = strings.NewReplacer("<!--", "", "-->", "").Replace(withoutComments(sheet))
	for {
		selectors, rest, ok := strings.Cut(sheet, "{")
		if !ok {
			return
		}
		if strings.HasPrefix(strings.TrimSpace(selectors), "@") {
			if after, nested := afterNested(rest); nested { // for paper, or narrow screens
				sheet = after
				continue
			}
		}
		body, after, _ := strings.Cut(rest, "}")
		sheet = after
		d := declarations(body)
		for sel := range strings.SplitSeq(selectors, ",") {
			sel = strings.Trim(sel, " \t\r\n\f}")
			if parts := strings.Fields(strings.ReplaceAll(sel, ">", " ")); len(parts) > 1 && d.hidden == yes && len(s.veils) < mostStyles {
				tag, class, _ := strings.Cut(parts[len(parts)-1], ".")
				s.veils[htmlSelector{strings.ToLower(tag), class}] = true
			}
			if sel == "" || strings.ContainsAny(sel, " \t\r\n@:>+~[#*") || len(s.rules) >= mostStyles {
				continue
			}
			tag, class, _ := strings.Cut(sel, ".")
			key := htmlSelector{strings.ToLower(tag), class}
			s.rules[key] = s.rules[key].and(d)
		}
	}
}

// afterNested gives what comes after a block that holds rules.
func afterNested(rest string) (after string, nested bool) {
	depth := 1
	for i := range len(rest) {
		switch rest[i] {
		case '{':
			depth, nested = depth+1, true
		case '}':
			if depth--; depth == 0 {
				return rest[i+1:], nested
			}
		}
	}
	return "", nested
}

// veiled says that an element within a cell is hidden by a rule that looks at what lies around it, or by a class that the
// common libraries (Bootstrap, Angular) hide, whose style sheets a saved page seldom holds.
func (s *htmlStyles) veiled(tag, classes string) bool {
	for class := range strings.FieldsSeq(classes) {
		switch class {
		case "d-none", "hidden", "hide", "ng-hide", "sr-only", "visually-hidden":
			return true
		}
		if s.veils[htmlSelector{"", class}] || s.veils[htmlSelector{tag, class}] {
			return true
		}
	}
	return s.veils[htmlSelector{tag, ""}]
}

func withoutComments(s string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, "/*")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		_, s, _ = strings.Cut(rest, "*/")
	}
}

// and is a rule with a later one over it.
func (d cssRule) and(o cssRule) cssRule {
	if o.font != "" {
		d.font = o.font
	}
	if o.format != "" {
		d.format = o.format
	}
	d.bold, d.strike = d.bold.or(o.bold), d.strike.or(o.strike)
	d.hidden, d.preformatted = d.hidden.or(o.hidden), d.preformatted.or(o.preformatted)
	return d
}

func (a answer) or(later answer) answer {
	if later == unsaid {
		return a
	}
	return later
}

// declarations reads "name: value; …". A semicolon in quotation marks or after a backslash ends none: formats hold such.
func declarations(body string) (d cssRule) {
	for body != "" {
		end, quote := 0, byte(0)
	scan:
		for ; end < len(body); end++ {
			switch c := body[end]; {
			case c == '\\':
				end++
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '"' || c == '\'':
				quote = c
			case c == ';':
				break scan
			}
		}
		end = min(end, len(body))
		name, value, _ := strings.Cut(body[:end], ":")
		d.declare(strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(value))
		body = body[min(end+1, len(body)):]
	}
	return d
}

func (d *cssRule) declare(name, value string) {
	value = strings.TrimSpace(strings.TrimSuffix(value, "!important"))
	lower := strings.ToLower(value)
	switch name {
	case "font-family":
		d.font = firstFamily(value)
	case "font":
		d.shorthand(value)
	case "font-weight":
		d.bold = answered(isBold(lower))
	case "text-decoration", "text-decoration-line":
		d.strike = answered(strings.Contains(lower, "line-through"))
	case "display":
		d.hidden = answered(lower == "none")
	case "visibility":
		if lower == "collapse" {
			d.hidden = yes
		}
	case "white-space":
		d.preformatted = answered(strings.HasPrefix(lower, "pre"))
	case "mso-number-format":
		d.format = cssText(value)
	}
}

// shorthand reads "font: bold 12pt .VnTime": the family comes after the size.
func (d *cssRule) shorthand(value string) {
	d.bold = no
	words := strings.Fields(value)
	for i, w := range words {
		if w[0] >= '0' && w[0] <= '9' && !isBold(w) && !strings.HasSuffix(w, "00") {
			if family := firstFamily(strings.Join(words[i+1:], " ")); family != "" {
				d.font = family
			}
			return
		}
		if isBold(strings.ToLower(w)) {
			d.bold = yes
		}
	}
}

// cssText reads a text in quotation marks, with "\0022" for a character and "\@" for one that is meant as it is.
func cssText(s string) string {
	if len(s) >= 2 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] {
		s = s[1 : len(s)-1]
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		hex := i + 1
		r := rune(0)
		for hex < len(s) && hex < i+7 && strings.IndexByte("0123456789abcdefABCDEF", s[hex]) >= 0 {
			r = r<<4 | rune(strings.IndexByte("0123456789abcdef", s[hex]|0x20))
			hex++
		}
		if hex > i+4 { // "\0022"; "\d" is a letter of a date
			b.WriteRune(r)
			i = hex - 1
			continue
		}
		i++
		b.WriteByte(s[i])
	}
	return b.String()
}

// look tells how text in an element looks, from what lies around it.
func (s *htmlStyles) look(l look, tag string, a attributes) look {
	switch tag {
	case "b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6":
		l.bold = true
	case "s", "strike", "del":
		l.strike = true
	case "sup", "sub":
		l.shifted = true
	case "pre", "xmp", "plaintext":
		l.pre = true
	case "tr", "td":
		l.format = ""
	}
	d := s.rules[htmlSelector{tag, ""}]
	for class := range strings.FieldsSeq(a.class) {
		d = d.and(s.rules[htmlSelector{"", class}]).and(s.rules[htmlSelector{tag, class}])
	}
	if a.face != "" {
		d.font = firstFamily(a.face)
	}
	if a.style != "" {
		own, known := s.inline[a.style]
		if !known {
			own = declarations(a.style)
			if len(s.inline) < mostStyles {
				s.inline[a.style] = own
			}
		}
		d = d.and(own)
	}
	if d.font != "" {
		l.font = d.font
	}
	if d.format != "" {
		l.format = d.format
	}
	l.bold = d.bold.over(l.bold)
	l.strike = l.strike || d.strike == yes
	l.hidden = l.hidden || a.hidden || d.hidden == yes || d.hidden == unsaid && !ofTable(tag) && s.veiled(tag, a.class)
	l.pre = d.preformatted.over(l.pre)
	return l
}
