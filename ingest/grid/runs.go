package grid

import "tdkt/ingest/grid/alphabet"

// runs gathers the text of a cell from pieces in different fonts. Each is made legible in its own font: the legacy alphabets
// are known by the font alone, and half a cell can be typed in one.
type runs struct {
	out    []byte // as it stands in the file
	cuts   []cut  // where a font begins
	one    string // the font of all pieces that show something, while there is one only
	shown  bool   // some piece shows something
	mixed  bool   // such pieces are in more than one font
	plain  bool   // some such piece is not bold
	strike bool   // some such piece is crossed out
	last   style  // of the last piece
	over   bool   // there was more than a text may have; it was left out
}

func (r *runs) reset() {
	*r = runs{out: r.out[:0], cuts: r.cuts[:0]}
}

// cut is where a piece begins.
type cut struct {
	at   int
	font string
}

// add appends a piece.
func (r *runs) add(text []byte, st style) {
	if len(text) == 0 || r.over {
		return
	}
	if len(r.out)+len(text) > maxText || len(r.cuts) >= maxRuns {
		r.over = true
		return
	}
	if sign := joint(r.out, text, r.last, st); sign != 0 {
		r.out = append(r.out, sign)
	}
	r.last = st
	if n := len(r.cuts); n == 0 || r.cuts[n-1].font != st.font {
		r.cuts = append(r.cuts, cut{len(r.out), st.font})
	}
	r.out = append(r.out, text...)
	if (st.strike && r.strike || !st.strike) && r.shown && (r.plain || st.bold) && r.one == st.font || blank(string(text)) {
		return // nothing new
	}
	if r.shown && r.one != st.font {
		r.mixed = true
	}
	r.shown, r.one = true, st.font
	r.plain = r.plain || !st.bold
	r.strike = r.strike || st.strike
}

// joint is the sign that parts two pieces of digits which the eye sees apart, and which would be another number as one: 12 with
// the mark of a footnote, 12¹, is 12^1, and 12 crossed out before 15 is 12~15. It is 0 between others.
func joint(before, after []byte, last, st style) byte {
	if len(before) == 0 || len(after) == 0 || !digit(before[len(before)-1]) || !digit(after[0]) {
		return 0
	}
	switch {
	case last.shifted != st.shifted:
		return '^'
	case last.strike != st.strike:
		return '~'
	}
	return 0
}

// empty says whether nothing was added yet.
func (r *runs) empty() bool { return len(r.out) == 0 }

// endsIn says whether the last thing added is c.
func (r *runs) endsIn(c byte) bool { return len(r.out) > 0 && r.out[len(r.out)-1] == c }

// text gives what was added.
func (r *runs) text() []byte {
	if len(r.cuts) == 1 {
		return []byte(legible(string(r.out), r.cuts[0].font))
	}
	pieces := make([]piece, len(r.cuts))
	for i, c := range r.cuts {
		end := len(r.out)
		if i+1 < len(r.cuts) {
			end = r.cuts[i+1].at
		}
		pieces[i] = piece{string(r.out[c.at:end]), alphabet.OfFont(c.font), true}
	}
	return []byte(legiblePieces(pieces, alphabet.Font{}))
}

// unblank takes back a blank at the end, before a line ends.
func (r *runs) unblank() {
	if n := len(r.out); n > 0 && r.out[n-1] == ' ' && r.cuts[len(r.cuts)-1].at < n {
		r.out = r.out[:n-1]
	}
}

// dress tells a cell its font and emphasis: those of the cell, and bold where all its text is, crossed out where a part is.
func (r *runs) dress(c *Cell, st style) {
	c.Font = st.font
	c.Bold = st.bold || r.shown && !r.plain
	c.Strike = st.strike || r.strike
}
