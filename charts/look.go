package charts

import "tdkt/charts/hue"

// look holds the colours that mean something, the same on the page and in the workbook. Colours
// of members (a level, a class) belong to the reference data and come with the dimension tables.
type look struct {
	Accent  string `json:"accent"`  // this year, final
	Unknown string `json:"unknown"` // chưa rõ: light grey, always drawn
	Pale    string `json:"pale"`    // the rest of a whole
	Ink     string `json:"ink"`
	Quiet   string `json:"quiet"` // second voice: subtitles, notes
	Line    string `json:"line"`
	Ground  string `json:"ground"`
	Focus   string `json:"focus"`
	Before  string `json:"before"` // the year before: the same hue, lighter
	Hatch   hatch  `json:"hatch"`  // provisional
	Font    string `json:"font"`
}

// hatch is the decal of the drawing library that marks a provisional figure.
type hatch struct {
	Symbol     string  `json:"symbol"`
	Color      string  `json:"color"`
	DashArrayX []int   `json:"dashArrayX"`
	DashArrayY []int   `json:"dashArrayY"`
	Rotation   float64 `json:"rotation"`
}

func theLook() look {
	return look{
		Accent: hue.Accent, Unknown: hue.Unknown, Pale: "#edf1f5", Ink: hue.Ink, Quiet: hue.Quiet,
		Line: hue.Line, Ground: "#f4f6f8", Focus: hue.Focus, Before: hue.Before,
		Hatch: hatch{"rect", "rgba(255,255,255,0.5)", []int{1, 0}, []int{2, 6}, -0.7853981633974483},
		Font:  `system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif`, // single quotes: the library writes it into an attribute as it is
	}
}

// css gives the colours to the style sheet as custom properties.
func (l look) css() string {
	out := ":root {"
	for _, p := range [][2]string{
		{"accent", l.Accent}, {"unknown", l.Unknown}, {"pale", l.Pale}, {"ink", l.Ink}, {"quiet", l.Quiet},
		{"line", l.Line}, {"ground", l.Ground}, {"focus", l.Focus}, {"before", l.Before},
	} {
		out += " --" + p[0] + ": " + p[1] + ";"
	}
	return out + " }\n"
}

// Palette are the colours that mean something, for what else is drawn of the same figures.
type Palette struct{ Accent, Before, Unknown, Pale, Ink, Quiet, Line string }

// Colours gives them.
func Colours() Palette {
	l := theLook()
	return Palette{Accent: l.Accent, Before: l.Before, Unknown: l.Unknown, Pale: l.Pale, Ink: l.Ink, Quiet: l.Quiet, Line: l.Line}
}
