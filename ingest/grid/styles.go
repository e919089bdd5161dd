package grid

import (
	"strconv"
	"strings"

	"tdkt/ingest/grid/alphabet"
)

// style is what a cell's format tells: its font, whether it is crossed out, and whether a number in it is a date.
type style struct {
	font    string
	letters alphabet.Font
	bold    bool
	strike  bool
	shifted bool // above or beneath the line
	date    bool
	shows   Shows // what it shows of a number
}

// readStyles gives the style of each cell format (cellXfs), by its index.
func (p *parts) readStyles(part string) ([]style, error) {
	if part == "" {
		return nil, nil
	}
	rc, err := p.open(part)
	if err != nil {
		return nil, err
	}
	defer rc.Close()
	x := newPull(part, rc)
	if _, err := x.root(); err != nil {
		return nil, err
	}
	var fonts, out []style
	formats := map[int]string{}
	few := func() error {
		if len(fonts)+len(out)+len(formats) > maxStyles {
			return tooManyStyles(part)
		}
		return nil
	}
	err = x.children(func(name string) error {
		switch name {
		case "numFmts":
			return x.children(func(string) error {
				if id, err := strconv.Atoi(x.attr("numFmtId")); err == nil {
					formats[id] = x.attr("formatCode")
				}
				return few()
			})
		case "fonts":
			return x.children(func(string) error {
				f, err := x.font()
				if fonts = append(fonts, f); err != nil {
					return err
				}
				return few()
			})
		case "cellXfs":
			return x.children(func(string) error {
				var st style
				if i, err := strconv.Atoi(x.attr("fontId")); err == nil && i >= 0 && i < len(fonts) {
					st = fonts[i]
				}
				id, _ := strconv.Atoi(x.attr("numFmtId"))
				st.date = isDateID(id)
				if code, own := formats[id]; own {
					st.date, st.shows = isDateFormat(code), showsOf(code)
				}
				out = append(out, st)
				return few()
			})
		}
		return nil
	})
	return out, err
}

// font reads the <font> that has just started.
func (p *pull) font() (style, error) {
	var st style
	err := p.children(func(name string) error {
		switch name {
		case "name":
			st.font = p.attr("val")
			st.letters = alphabet.OfFont(st.font)
		case "b":
			st.bold = p.attr("val") == "" || p.flag("val")
		case "strike":
			st.strike = p.attr("val") == "" || p.flag("val")
		}
		return nil
	})
	return st, err
}

// isDateID tells the built-in formats that show a day, those of East Asian Excel too.
func isDateID(id int) bool {
	switch {
	case id >= 14 && id <= 17, id == 22:
		return true
	case id >= 27 && id <= 31, id == 34, id == 35, id == 36:
		return true
	case id >= 50 && id <= 54, id == 57, id == 58:
		return true
	}
	return false
}

// formatSection gives the first section of a format code, which is for figures above nought, without what it shows as it
// stands; and what stood in brackets: colours, conditions, countries, lapses of time. open is a quotation mark or bracket that
// nothing closes.
func formatSection(code string) (plain, brackets string, open bool) {
	var b, in strings.Builder
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case ';':
			return b.String(), in.String(), false
		case '"', '[':
			mark := c
			if c == '[' {
				mark = ']'
			}
			end := strings.IndexByte(code[i+1:], mark)
			if end < 0 {
				return b.String(), in.String(), true
			}
			if c == '[' {
				in.WriteString(code[i+1 : i+1+end])
			}
			i += end + 1
		case '\\', '_', '*':
			i++
		default:
			b.WriteByte(c)
		}
	}
	return b.String(), in.String(), false
}

// isDateFormat tells whether a format code shows a day, month or year. A time of day by
// itself is no date.
func isDateFormat(code string) bool {
	plain, _, _ := formatSection(code)
	s := strings.ToLower(plain)
	if strings.Contains(s, "general") || strings.ContainsAny(s, "0#?") && !strings.ContainsAny(s, "yd") {
		return false
	}
	s = strings.NewReplacer("am/pm", "", "a/p", "").Replace(s)
	if strings.ContainsAny(s, "yd") {
		return true
	}
	return strings.Contains(s, "m") && !strings.ContainsAny(s, "hs") && !strings.Contains(code, "[")
}
