package grid

import "tdkt/ingest/grid/alphabet"

// runs gathers the text of a cell from pieces in different fonts. Each is made legible in its own font, as half a cell
// can be typed in a legacy alphabet.
type runs struct {
	pieces []piece // before the one at hand
	open   []byte  // the piece at hand, as it stands in the file
	font   string  // of the piece at hand
	out    []byte  // legible
	one    string  // the font of all pieces that show something, while there is one only
	shown  bool    // some piece shows something
	mixed  bool    // such pieces are in more than one font
	plain  bool    // some such piece is not bold
	strike bool    // some such piece is crossed out
}

func (r *runs) reset() {
	*r = runs{pieces: r.pieces[:0], open: r.open[:0], out: r.out[:0]}
}

// add appends a piece.
func (r *runs) add(text []byte, st style) {
	if len(text) == 0 {
		return
	}
	if st.font != r.font {
		r.flush()
		r.font = st.font
	}
	r.open = append(r.open, text...)
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

func (r *runs) flush() {
	if len(r.open) > 0 {
		r.pieces = append(r.pieces, piece{text: string(r.open), font: alphabet.OfFont(r.font), own: true})
		r.open = r.open[:0]
	}
}

// empty says whether nothing was added yet.
func (r *runs) empty() bool { return len(r.pieces) == 0 && len(r.open) == 0 }

// endsIn says whether the last thing added is c.
func (r *runs) endsIn(c byte) bool {
	if n := len(r.open); n > 0 {
		return r.open[n-1] == c
	}
	if n := len(r.pieces); n > 0 {
		last := r.pieces[n-1].text
		return last[len(last)-1] == c
	}
	return false
}

// text gives what was added, until the next reset.
func (r *runs) text() []byte {
	if len(r.pieces) == 0 {
		r.out = append(r.out[:0], legible(string(r.open), r.font)...)
		return r.out
	}
	r.flush()
	r.out = append(r.out[:0], legiblePieces(r.pieces, alphabet.Font{})...)
	return r.out
}

// unblank takes back a blank at the end, before a line ends.
func (r *runs) unblank() {
	if n := len(r.open); n > 0 && r.open[n-1] == ' ' {
		r.open = r.open[:n-1]
	}
}

// dress tells a cell its font and emphasis: those of the cell, and bold where all its text is, crossed out where a part is.
func (r *runs) dress(c *Cell, st style) {
	c.Font = st.font
	c.Bold = st.bold || r.shown && !r.plain
	c.Strike = st.strike || r.strike
}
