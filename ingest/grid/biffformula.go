package grid

import (
	"encoding/binary"
	"math"
	"strconv"
	"strings"
)

// formulaText words a stored formula, for cells whose figure it is all there is. Of what
// it does not know (names, other sheets, rarer functions) it says "…" for the whole. figure
// says that it cannot give a text.
func formulaText(code []byte, wide bool) (text string, figure bool) {
	w := formulaWords{code: code, wide: wide}
	for len(w.code) > 0 && !w.lost {
		w.token()
	}
	switch {
	case w.lost || len(w.stack) != 1:
		return "…", false
	case w.unnamed:
		return "…", w.stack[0].figure
	}
	return w.stack[0].text, w.stack[0].figure
}

// formulaWords reads tokens in Polish order: operands, then what joins them.
type formulaWords struct {
	code    []byte
	wide    bool // BIFF8
	stack   []operand
	lost    bool
	unnamed bool // something in it has a name that stands elsewhere
}

// operand is a part of a formula; figure says that it gives a number or a truth, or an error, and no text.
type operand struct {
	text   string
	figure bool
}

const longestFormula = 1 << 10 // a text longer than this helps nobody

func (w *formulaWords) push(s string, figure bool) {
	w.lost = w.lost || len(s) > longestFormula
	w.stack = append(w.stack, operand{s, figure})
}

// pop takes n operands.
func (w *formulaWords) pop(n int) []operand {
	if n > len(w.stack) {
		w.lost = true
		return make([]operand, n)
	}
	taken := w.stack[len(w.stack)-n:]
	w.stack = w.stack[:len(w.stack)-n]
	return taken
}

// take gives n bytes of the code.
func (w *formulaWords) take(n int) []byte {
	if n > len(w.code) {
		w.lost, w.code = true, nil
		return make([]byte, n)
	}
	b := w.code[:n]
	w.code = w.code[n:]
	return b
}

func (w *formulaWords) short() int { return int(binary.LittleEndian.Uint16(w.take(2))) }

var formulaOperators = map[byte]string{
	0x03: "+", 0x04: "-", 0x05: "*", 0x06: "/", 0x07: "^", 0x08: "&", 0x09: "<", 0x0A: "<=", 0x0B: "=", 0x0C: ">=", 0x0D: ">",
	0x0E: "<>", 0x0F: " ", 0x10: ",", 0x11: ":",
}

func (w *formulaWords) token() {
	t := w.take(1)[0]
	if t >= 0x20 {
		t = t&0x1F | 0x20 // without the class of the operand
	}
	if op := formulaOperators[t]; op != "" {
		sides := w.pop(2)
		w.push(sides[0].text+op+sides[1].text, t != 0x08 && t <= 0x0E)
		return
	}
	switch t {
	case 0x12, 0x13:
		w.push(string("+-"[t-0x12])+w.pop(1)[0].text, true)
	case 0x14:
		w.push(w.pop(1)[0].text+"%", true)
	case 0x15:
		in := w.pop(1)[0]
		w.push("("+in.text+")", in.figure)
	case 0x16:
		w.push("", true) // read as 0
	case 0x17:
		w.literal()
	case 0x19:
		w.attribute()
	case 0x1C:
		w.push(boolOrError(w.take(1)[0], true).Text, true)
	case 0x1D:
		w.push(boolOrError(w.take(1)[0], false).Text, true)
	case 0x1E:
		w.push(strconv.Itoa(w.short()), true)
	case 0x1F:
		w.push(strconv.FormatFloat(math.Float64frombits(binary.LittleEndian.Uint64(w.take(8))), 'f', -1, 64), true)
	case 0x21:
		f := formulaFunctions[w.short()]
		w.call(f.name, f.arguments)
	case 0x22:
		n := int(w.take(1)[0] & 0x7F)
		w.call(formulaFunctions[w.short()&0x7FFF].name, n)
	case 0x23:
		w.elsewhere(4, 14)
	case 0x24:
		w.push(w.cell(w.short(), w.column()), false)
	case 0x25:
		r1, r2 := w.short(), w.short()
		c1, c2 := w.column(), w.column()
		w.push(w.cell(r1, c1)+":"+w.cell(r2, c2), false)
	case 0x3A:
		w.elsewhere(6, 17)
	case 0x3B:
		w.elsewhere(10, 20)
	default:
		w.lost = true
	}
}

func (w *formulaWords) literal() {
	s := &spread{body: w.code}
	var text string
	if w.wide {
		t, err := s.unicode(1)
		w.lost = w.lost || err != nil
		text = t.text
	} else {
		n, err1 := s.number(1)
		raw, err2 := s.bytes(n)
		t, err3 := decodePage(raw, 0)
		w.lost = w.lost || err1 != nil || err2 != nil || err3 != nil
		text = t
	}
	w.take(min(s.at, len(w.code)))
	w.push(`"`+strings.ReplaceAll(text, `"`, `""`)+`"`, false)
}

// elsewhere is a name, or cells of another sheet, in so many bytes of BIFF8 or of BIFF5.
func (w *formulaWords) elsewhere(wide, old int) {
	if !w.wide {
		wide = old
	}
	w.take(wide)
	w.unnamed = true
	w.push("", false)
}

// attribute is a hint for whoever calculates, a blank as typed, or a SUM of one operand.
func (w *formulaWords) attribute() {
	kind, data := w.take(1)[0], w.short()
	switch {
	case kind&0x04 != 0:
		w.take(2 * (data + 1))
	case kind&0x10 != 0:
		w.call("SUM", 1)
	}
}

func (w *formulaWords) call(name string, n int) {
	w.lost = w.lost || name == ""
	words := make([]string, n)
	figure := !mayGiveText[name]
	for i, o := range w.pop(n) {
		words[i] = o.text
		if name == "IF" && i > 0 {
			figure = (figure || i == 1) && o.figure
		}
	}
	w.push(name+"("+strings.Join(words, ",")+")", figure)
}

// mayGiveText are the functions that may give a text; IF does where one of its answers does.
var mayGiveText = map[string]bool{
	"IF": true, "LOOKUP": true, "INDEX": true, "REPT": true, "MID": true, "TEXT": true, "OFFSET": true, "CHOOSE": true, "HLOOKUP": true, "VLOOKUP": true,
	"CHAR": true, "LOWER": true, "UPPER": true, "PROPER": true, "LEFT": true, "RIGHT": true, "TRIM": true, "REPLACE": true, "SUBSTITUTE": true,
	"INDIRECT": true, "CONCATENATE": true,
}

// column reads a column with its marks: relative or not.
func (w *formulaWords) column() int {
	if w.wide {
		return w.short()
	}
	return int(w.take(1)[0])
}

// cell names a cell; the two upper bits say that column and row move with the formula. In
// BIFF5 they stand in the row.
func (w *formulaWords) cell(row, col int) string {
	marks := row
	if w.wide {
		marks = col
	} else {
		row &= 0x3FFF
	}
	dollar := func(fixed bool) string {
		if fixed {
			return "$"
		}
		return ""
	}
	return dollar(marks&0x4000 == 0) + ColumnName(col&0xFF+1) + dollar(marks&0x8000 == 0) + strconv.Itoa(row+1)
}

// formulaFunctions are functions by their number; arguments counts for those that always
// take as many.
var formulaFunctions = map[int]struct {
	name      string
	arguments int
}{
	0: {"COUNT", 0}, 1: {"IF", 0}, 2: {"ISNA", 1}, 3: {"ISERROR", 1}, 4: {"SUM", 0}, 5: {"AVERAGE", 0}, 6: {"MIN", 0}, 7: {"MAX", 0},
	8: {"ROW", 0}, 9: {"COLUMN", 0}, 10: {"NA", 0}, 20: {"SQRT", 1}, 24: {"ABS", 1}, 25: {"INT", 1}, 27: {"ROUND", 2}, 28: {"LOOKUP", 0},
	29: {"INDEX", 0}, 30: {"REPT", 2}, 31: {"MID", 3}, 32: {"LEN", 1}, 33: {"VALUE", 1}, 36: {"AND", 0}, 37: {"OR", 0}, 38: {"NOT", 1},
	39: {"MOD", 2}, 48: {"TEXT", 2}, 64: {"MATCH", 0}, 65: {"DATE", 3}, 67: {"DAY", 1}, 68: {"MONTH", 1}, 69: {"YEAR", 1}, 74: {"NOW", 0},
	76: {"ROWS", 1}, 77: {"COLUMNS", 1}, 78: {"OFFSET", 0}, 82: {"SEARCH", 0}, 100: {"CHOOSE", 0}, 101: {"HLOOKUP", 0}, 102: {"VLOOKUP", 0},
	111: {"CHAR", 1}, 112: {"LOWER", 1}, 113: {"UPPER", 1}, 114: {"PROPER", 1}, 115: {"LEFT", 0}, 116: {"RIGHT", 0}, 118: {"TRIM", 1},
	119: {"REPLACE", 4}, 120: {"SUBSTITUTE", 0}, 124: {"FIND", 0}, 126: {"ISERR", 1}, 127: {"ISTEXT", 1}, 128: {"ISNUMBER", 1},
	129: {"ISBLANK", 1}, 148: {"INDIRECT", 0}, 169: {"COUNTA", 0}, 183: {"PRODUCT", 0}, 197: {"TRUNC", 0}, 212: {"ROUNDUP", 2},
	213: {"ROUNDDOWN", 2}, 216: {"RANK", 0}, 221: {"TODAY", 0}, 228: {"SUMPRODUCT", 0}, 336: {"CONCATENATE", 0}, 337: {"POWER", 2},
	344: {"SUBTOTAL", 0}, 345: {"SUMIF", 0}, 346: {"COUNTIF", 2}, 347: {"COUNTBLANK", 1},
}
