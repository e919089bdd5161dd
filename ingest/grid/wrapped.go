package grid

import "strings"

// leastWrappedLines is how many lines of one width a text must have whose lines all stand in quotation marks.
const leastWrappedLines = 2

// unwrapAll takes the quotation marks off a text each line of which stands in one pair of them as a whole, as a program leaves
// it that was given a line for a cell: "1,An,2". It is such a text only where the lines then are a table: most have one width
// of three fields or more, none is left open, and the delimiters are no commas of sentences. lines is how many had marks, first
// the number of the first; 0 where the text is to be read as it stands.
func unwrapAll(text string) (bare string, d dialect, width, lines, first int) {
	if c := strings.TrimLeft(text, "\r\n "); c == "" || c[0] != '"' {
		return text, d, 0, 0, 0
	}
	var b strings.Builder
	no := 0
	for at := 0; at < len(text); {
		line := text[at : at+lineLength(text[at:])]
		at += len(line)
		end := 0
		if at < len(text) {
			end = lineEnd(text, at)
		}
		no++
		if inner, ok := unwrapped(line); ok {
			if lines++; first == 0 {
				first = no
			}
			b.WriteString(inner)
		} else if strings.TrimSpace(line) != "" {
			return text, d, 0, 0, 0
		}
		b.WriteString(text[at : at+end])
		at += end
	}
	bare = b.String()
	if d, width = dialectOf(bare); width < 3 || len(d.delim) > 1 || d.runs || !sameWidth(bare, d, width, lines) {
		return text, d, 0, 0, 0
	}
	return bare, d, width, lines, first
}

// unwrapped is what stands in the one pair of quotation marks around a line, in which others are doubled.
func unwrapped(line string) (string, bool) {
	line = strings.TrimRight(line, " \t")
	if len(line) < 2 || line[0] != '"' || line[len(line)-1] != '"' {
		return "", false
	}
	inner := line[1 : len(line)-1]
	if single := strings.ReplaceAll(inner, `""`, ""); strings.Contains(single, `"`) {
		return "", false
	}
	return strings.ReplaceAll(inner, `""`, `"`), true
}

// sameWidth says whether most of the lines are records of one width, and all of them whole.
func sameWidth(text string, d dialect, width, lines int) bool {
	r := newRecords(text, d, 1)
	same := 0
	for r.strict() {
		if r.open || r.tails > 0 {
			return false
		}
		if len(r.fields) != width {
			continue
		}
		for _, f := range r.fields {
			if strings.HasPrefix(f, " ") {
				return false
			}
		}
		same++
	}
	return same >= leastWrappedLines && 2*same > lines
}
