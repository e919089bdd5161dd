package charts

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

func draw(t testing.TB, in Input) []Picture {
	t.Helper()
	drawn, err := Draw(in)
	if err != nil {
		t.Fatal(err)
	}
	return drawn.Pictures
}

// textsOf reads a picture as XML and gives the content of its texts, in their order; lines of one label come as texts of their own.
func textsOf(t testing.TB, svg []byte) []string {
	t.Helper()
	var all []string
	var in []string
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatalf("%v in %s", err, svg)
		}
		switch token := token.(type) {
		case xml.StartElement:
			in = append(in, token.Name.Local)
			if token.Name.Local == "text" {
				all = append(all, "")
			}
		case xml.EndElement:
			in = in[:len(in)-1]
		case xml.CharData:
			if len(in) > 0 && in[len(in)-1] == "text" {
				all[len(all)-1] += string(token)
			}
		}
	}
}

// What a picture says must be what the table says, and what the cubes say: a board signs the table and shows the picture.
func TestPicturesSayTheFigures(t *testing.T) {
	in := fixture(t, "vi")
	f, err := gather(in)
	if err != nil {
		t.Fatal(err)
	}
	data, err := figuresFor(in, f)
	if err != nil {
		t.Fatal(err)
	}
	e, err := newEngine()
	if err == nil {
		err = e.use(data)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range panels() {
		picture, err := e.picture(in, f.Build, p)
		if err != nil {
			t.Fatal(err)
		}
		if drawnAtFirst(p) != (picture.SVG != nil) {
			t.Errorf("%s: kind %q, a picture: %v", p.ID, p.Draw, picture.SVG != nil)
		}
		if p.Draw != "bars" {
			continue
		}
		d, err := e.draw(p.ID, pictureWidth, stillWords{Title: "t"})
		if err != nil {
			t.Fatal(err)
		}
		got := textsOf(t, picture.SVG)
		for _, r := range d.Rows[:min(len(d.Rows), 10)] { // all of these are drawn
			for _, c := range r.Cells[:2] {
				if at := slices.Index(got, c.Text); at >= 0 {
					got = slices.Delete(got, at, at+1) // each figure of the table has a text of its own
				} else if c.Text != "–" {
					t.Errorf("%s: %s %s is in the table and not in the picture", p.ID, r.Label, c.Text)
				}
			}
			if joined := oneSpace(got); !strings.Contains(joined, r.Label) {
				t.Errorf("%s: no name %s in the picture", p.ID, r.Label)
			}
		}
	}
	for id, dim := range map[string]struct {
		column  string
		members []member
	}{"form": {"form_code", f.Forms}, "level": {"level_code", f.Levels}, "achievement": {"achievement_code", f.Achievements}} {
		d, err := e.draw(id, pictureWidth, stillWords{Title: "t"})
		if err != nil {
			t.Fatal(err)
		}
		want, got := map[string]string{}, map[string]string{}
		for label, n := range awardsBy(in, view{2025, ""}, dim.column, dim.members) {
			want[label] = dotted(n)
		}
		for _, r := range d.Rows {
			if r.Cells[0].Text != "–" {
				got[r.Label] = r.Cells[0].Text
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: cube against the table beside the picture:\n%s", id, diff)
		}
	}
}

// drawnAtFirst tells that a panel draws something in the view that the page opens with: a place in the cluster is that of one unit.
func drawnAtFirst(p panel) bool { return p.Draw != "" && p.ID != "place" }

// oneSpace joins texts: a name that is broken into lines reads as one.
func oneSpace(texts []string) string {
	return strings.Join(strings.Fields(strings.Join(texts, " ")), " ")
}

// dotted writes a number with a dot after each thousand.
func dotted(n int64) string {
	text := fmt.Sprint(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "." + text[i:]
	}
	return text
}

// Guards promise 8 for pictures: neither the time, nor what was drawn before, nor which engine drew shows in one.
func TestPicturesAreTheSameEachTime(t *testing.T) {
	in := fixture(t, "vi")
	f, err := gather(in)
	if err != nil {
		t.Fatal(err)
	}
	data, err := figuresFor(in, f)
	if err != nil {
		t.Fatal(err)
	}
	first := draw(t, in)
	again := draw(t, in)
	e, err := newEngine()
	if err != nil {
		t.Fatal(err)
	}
	own, err := figuresFor(in, f.of(in, 0))
	if err != nil {
		t.Fatal(err)
	}
	if err := e.use(own); err != nil { // the page of a unit goes before
		t.Fatal(err)
	}
	for _, p := range panels() {
		if _, err := e.picture(in, f.Build, p); err != nil {
			t.Fatal(err)
		}
	}
	if err := e.use(data); err != nil {
		t.Fatal(err)
	}
	for i, p := range slices.Backward(panels()) {
		backwards, err := e.picture(in, f.Build, p)
		if err != nil {
			t.Fatal(err)
		}
		for _, other := range []Picture{again[i], backwards} {
			if diff := cmp.Diff(first[i], other); diff != "" {
				t.Errorf("%s: two pictures of the same input differ:\n%s", p.ID, diff)
			}
		}
	}
}

var (
	svgIDs  = regexp.MustCompile(` id="([^"]+)"`)
	svgRefs = regexp.MustCompile(`url\(#([^)]+)\)`)
)

// Several pictures stand in one page, and each stands alone elsewhere: an id of two would hatch with another's pattern.
func TestPicturesStandAloneAndTogether(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		seen := map[string]string{}
		for _, p := range draw(t, fixture(t, lang)) {
			for _, m := range svgIDs.FindAllStringSubmatch(string(p.Still), -1) {
				if other, twice := seen[m[1]]; twice {
					t.Errorf("%s and %s both have the id %s", other, p.ID, m[1])
				}
				seen[m[1]] = p.ID
			}
			if p.SVG == nil {
				continue
			}
			text := string(p.SVG)
			for _, m := range svgRefs.FindAllStringSubmatch(text, -1) {
				if !strings.Contains(text, `id="`+m[1]+`"`) {
					t.Errorf("%s: nothing has the id %s", p.ID, m[1])
				}
			}
			for _, outside := range []string{"href", "<style", "<script", "<image", "@import", "class=", "ecmeta"} {
				if strings.Contains(text, outside) {
					t.Errorf("%s holds %s", p.ID, outside)
				}
			}
			if n := strings.Count(text, "://"); n != 1 {
				t.Errorf("%s: %d addresses, want that of the name space alone", p.ID, n)
			}
			for _, wanted := range []string{`xmlns="http://www.w3.org/2000/svg"`, ` width="732"`, " viewBox=", "<title ", "<desc ", "sans-serif"} {
				if !strings.Contains(text, wanted) {
					t.Errorf("%s has no %s", p.ID, wanted)
				}
			}
			textsOf(t, p.SVG)
		}
	}
}

// A name from a return is text in a picture and in the table beside it, whatever stands in it.
func TestNamesStayTextInPictures(t *testing.T) {
	in := fixture(t, "vi")
	odd := "Sở \"A\" & <b>'C'</b>\u0001\u2028" + `</noscript>`
	units := in.Tables["dim-unit"]
	for _, r := range units.Rows {
		if r[0] == "25-e" { // the largest, so that it is drawn and in the sentence
			r[1] = odd
		}
	}
	for _, p := range draw(t, in) {
		if strings.Contains(string(p.Still), "<b>") || strings.Contains(string(p.Still), "</noscript") {
			t.Errorf("%s: the name became markup", p.ID)
		}
		if p.ID != "unit" {
			continue
		}
		if joined := oneSpace(textsOf(t, p.SVG)); !strings.Contains(joined, "Sở \"A\" & <b>'C'</b>\ufffd") {
			t.Errorf("the name is not text in %s", joined)
		}
	}
}

// Without figures there is no picture, and the page says so: an empty frame would read as nought.
func TestNoFiguresNoPicture(t *testing.T) {
	in := fixture(t, "vi")
	for _, query := range []string{"cube-award", "cube-beneficiary", "completeness"} {
		table := in.Tables[query]
		table.Rows = nil
		in.Tables[query] = table
	}
	for _, p := range draw(t, in) {
		if p.SVG != nil || strings.Contains(string(p.Still), "<svg") {
			t.Errorf("%s is drawn without figures", p.ID)
		}
	}
}

// The scripts are one in the page and in the engine: a name that two of them give would be the other's, without a word.
func TestScriptsShareNoName(t *testing.T) {
	top := regexp.MustCompile(`(?m)^(?:async )?(?:function|const|let|class) +(?:\[([^\]]+)\]|(\w+))`)
	seen := map[string]string{}
	for _, name := range slices.Concat(pureScripts, pageScripts) {
		source, err := asset(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range top.FindAllStringSubmatch(source, -1) {
			for _, n := range strings.Split(m[1]+m[2], ",") {
				n = strings.TrimSpace(n)
				if other, twice := seen[n]; twice {
					t.Errorf("%s and %s both name %s", other, name, n)
				}
				seen[n] = name
			}
		}
	}
	if len(seen) < 100 {
		t.Errorf("only %d names found", len(seen))
	}
}

// Chromium reads each picture as a file of its own, with another parser than wrote it, and paints it.
func TestPicturesOpenInABrowser(t *testing.T) {
	in := fixture(t, "vi")
	all := draw(t, in)
	b := openPage(t, render(t, in), 800, 600)
	for _, p := range all {
		if p.SVG == nil {
			continue
		}
		text, err := json.Marshal(string(p.SVG))
		if err != nil {
			t.Fatal(err)
		}
		got := eval[[]float64](t, b, `new Promise((done) => {
			const text = `+string(text)+`;
			if (new DOMParser().parseFromString(text, "image/svg+xml").querySelector("parsererror")) return done([-1]);
			const image = new Image();
			image.onerror = () => done([-2]);
			image.onload = () => {
				const canvas = document.createElement("canvas");
				[canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
				const pen = canvas.getContext("2d");
				pen.drawImage(image, 0, 0);
				const d = pen.getImageData(0, 0, canvas.width, canvas.height).data;
				let dark = 0;
				for (let i = 0; i < d.length; i += 4) if (d[i + 3] > 0 && d[i] + d[i + 1] + d[i + 2] < 700) dark++;
				done([canvas.width, dark / (d.length / 4)]);
			};
			image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
		})`)
		if len(got) != 2 || got[0] != 732 || got[1] < 0.01 {
			t.Errorf("%s: the browser says %v", p.ID, got)
		}
	}
	b.clean(t)
}

// A reader without script sees each panel: its picture, and the table with every figure that the script would draw.
func TestPageWithoutScript(t *testing.T) {
	in := fixture(t, "vi")
	doc, err := html.ParseWithOptions(bytes.NewReader(render(t, in)), html.ParseOptionEnableScripting(false))
	if err != nil {
		t.Fatal(err)
	}
	stills := map[string]*html.Node{}
	for n := range doc.Descendants() {
		if n.Data == "img" || n.Data == "b" {
			t.Errorf("a name became <%s>", n.Data)
		}
		if n.Parent != nil && n.Parent.Data == "article" && (n.Data == "noscript" || n.Type == html.ElementNode && slices.Contains(n.Attr, html.Attribute{Key: "class", Val: "still"})) {
			stills[n.Parent.Attr[0].Val] = n
		}
	}
	for i, p := range panels() {
		still := stills[p.ID]
		if still == nil {
			t.Errorf("nothing of %s without script", p.ID)
			continue
		}
		found := map[string]int{}
		alone := map[string]int{} // texts that stand alone in a cell or a label
		for n := range still.Descendants() {
			if n.Type == html.ElementNode {
				found[n.Data]++
			} else {
				alone[strings.TrimSpace(n.Data)]++
			}
		}
		if p.ID == "place" {
			continue
		}
		if (found["svg"] == 1) != drawnAtFirst(p) || found["table"] != 1 || found["text"] == 0 && drawnAtFirst(p) || found["td"] == 0 {
			t.Errorf("%d %s: %v", i, p.ID, found)
		}
		if p.ID == "unit" && (alone[hostile] == 0 || alone["1.283"] != 2) {
			t.Errorf("unit: a name in the table, a figure in picture and table: %v", alone)
		}
	}
}

func BenchmarkPictures(b *testing.B) {
	for name, in := range map[string]Input{"office": fixture(b, "vi"), "large": large(b, "vi")} {
		b.Run(name, func(b *testing.B) {
			draw(b, in) // the library is compiled once in a run of the program
			for b.Loop() {
				draw(b, in)
			}
		})
	}
}
