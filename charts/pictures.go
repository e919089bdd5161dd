package charts

import (
	"bytes"
	"cmp"
	"fmt"
	"html/template"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"
)

// Picture is a panel of the page in the view that the page opens with: the newest year, the whole province, as reported.
type Picture struct {
	ID, Title string
	// SVG stands alone, with its title, key, note and source; nil where the panel has no chart or no figures.
	SVG []byte
	// Drawn tells a panel that has a chart.
	Drawn bool
	// Still is the panel for readers without script, and until the script has drawn: its sentence, its picture with the key, its table.
	Still template.HTML
	Scope string // what the figures are of
}

// Drawn is what the program draws of a page without a browser.
type Drawn struct {
	Pictures []Picture
	head     *pageHead // nil: nothing is drawn, the page's script draws all
}

// pictureWidth is the width of a chart in pixels: what a printed page of A4 holds.
const pictureWidth = 700

// Draw draws every panel of the page without a browser.
func Draw(in Input) (Drawn, error) {
	f, err := gather(in)
	if err != nil {
		return Drawn{}, err
	}
	return f.draw(in, newEngines())
}

// mostEngines draw at the same time.
const mostEngines = 4

// draw draws the panels on all processors, each with an engine of its own; a picture does not tell which drew it. On the page
// of one unit those of its reader stand alone.
func (f figures) draw(in Input, with engines) (Drawn, error) {
	p, err := figuresFor(in, f)
	if err != nil {
		return Drawn{}, err
	}
	all := panels()
	if f.Own != nil {
		own := readerOf("unit").Panels
		all = slices.DeleteFunc(all, func(p panel) bool { return !slices.Contains(own, p.ID) })
	}
	out := Drawn{Pictures: make([]Picture, len(all)), head: new(pageHead)}
	turns := make(chan int, len(all)+1)
	for i := range len(all) + 1 { // the last is the head
		turns <- i
	}
	close(turns)
	var g errgroup.Group
	for range min(runtime.GOMAXPROCS(0), mostEngines, len(all)) {
		g.Go(func() error {
			return with.with(p, func(e *engine) (err error) {
				for i := range turns {
					if i == len(all) {
						*out.head, err = e.overhead()
					} else {
						out.Pictures[i], err = e.picture(in, f.Build, all[i])
					}
					if err != nil {
						return err
					}
				}
				return nil
			})
		})
	}
	if err := g.Wait(); err != nil {
		return Drawn{}, err
	}
	return out, nil
}

func (e *engine) picture(in Input, build string, p panel) (Picture, error) {
	words := stillWords{
		Title: in.say("page.panel." + p.ID + ".title"), Sub: in.say("page.panel." + p.ID + ".sub"),
		Source: in.say("page.take.source") + " " + in.say("page.foot.build", build),
	}
	d, err := e.draw(p.ID, pictureWidth, words)
	if err != nil {
		return Picture{}, err
	}
	d.Title = cmp.Or(d.Title, words.Title)
	out := Picture{ID: p.ID, Title: d.Title, Drawn: p.Draw != "", Scope: d.Scope}
	if d.Alone != "" {
		out.SVG = []byte(d.Alone)
	}
	var still bytes.Buffer
	if err := stillPage.Execute(&still, struct {
		drawnStill
		Picture template.HTML // our own, tidied
		Nothing string
	}{d, template.HTML(d.Plain), in.say("page.nothing")}); err != nil {
		return out, fmt.Errorf("charts: picture %s: %w", p.ID, err)
	}
	out.Still = template.HTML(still.String())
	return out, nil
}

var stillPage = template.Must(template.New("still").Parse(
	`{{define "row"}}<tr><th scope="row">{{with .Swatch}}<span class="swatch" style="background:{{.}}"></span>{{end}}{{.Label}}</th>` +
		`{{range .Cells}}<td{{if not .IsText}} class="number"{{end}}>{{.Text}}</td>{{end}}</tr>{{end -}}
{{with .Lead}}<p class="lead">{{.}}</p>{{end}}{{.Picture}}
{{- if .Rows}}<div class="table"><table><caption>{{.Title}}</caption><thead><tr>{{range .Head}}<th scope="col">{{.}}</th>{{end}}</tr></thead>
<tbody>{{range .Rows}}{{template "row" .}}
{{end}}</tbody>{{with .Foot}}<tfoot>{{template "row" .}}</tfoot>{{end}}</table></div>{{else}}<p>{{.Nothing}}</p>{{end}}
{{- with .Note}}<p class="note">{{.}}</p>{{end}}`))
