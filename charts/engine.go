package charts

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"sync"

	"github.com/dop251/goja"

	"tdkt/queries/table"
)

// engine draws the panels of a page without a browser: the drawing library and the pure scripts of the page in
// an interpreter that sees no page, no file, no clock and no chance. It serves one caller at a time, and one page after another.
type engine struct {
	vm    *goja.Runtime
	open  goja.Callable // what a page reads, its columns -> still
	still goja.Callable // id of a panel, width, words as JSON -> drawnStill as JSON
	head  goja.Callable // -> pageHead as JSON
}

// engines waits with engines that have drawn a page for the next one: it costs more to load the library than to draw.
type engines struct{ idle chan *engine }

func newEngines() engines { return engines{make(chan *engine, mostEngines)} }

// with gives an engine that holds the figures of a page to do.
func (w engines) with(p pageFigures, do func(*engine) error) error {
	var e *engine
	select {
	case e = <-w.idle:
	default:
		var err error
		if e, err = newEngine(); err != nil {
			return err
		}
	}
	if err := e.use(p); err != nil {
		return err
	}
	if err := do(e); err != nil {
		return err
	}
	select {
	case w.idle <- e:
	default:
	}
	return nil
}

// drawnStill is what still.js gives of a panel.
type drawnStill struct {
	Alone string     `json:"alone"` // SVG with its words; empty where the panel draws nothing
	Plain string     `json:"plain"` // SVG with its key only
	Title string     `json:"title"` // its own, where it has one
	Scope string     `json:"scope"` // what the figures are of
	Lead  string     `json:"lead"`
	Note  string     `json:"note"`
	Head  []string   `json:"head"`
	Rows  []stillRow `json:"rows"`
	Foot  *stillRow  `json:"foot"`
}

type stillRow struct {
	Label  string      `json:"label"`
	Swatch string      `json:"swatch"`
	Cells  []stillCell `json:"cells"`
}

type stillCell struct {
	Text   string `json:"text"`
	IsText bool   `json:"isText"`
}

// pageHead is what headOf of still.js gives: what stands over the panels.
type pageHead struct {
	Sentences string `json:"sentences"`
	Mark      struct {
		Text string `json:"text"`
		Look string `json:"look"`
	} `json:"mark"`
	Cards       []headCard `json:"cards"`
	Provisional bool       `json:"provisional"`
}

type headCard struct {
	Title string   `json:"title"`
	Big   string   `json:"big"`
	Lines []string `json:"lines"`
	Strip *struct {
		Yes     float64 `json:"yes"` // of a hundred
		Unknown float64 `json:"unknown"`
		No      float64 `json:"no"`
	} `json:"strip"`
	Spark []struct {
		Now    bool    `json:"now"`
		Open   bool    `json:"open"`   // provisional
		Height float64 `json:"height"` // pixels
	} `json:"spark"`
	Years string `json:"years"` // of the spark
}

// compiled are the library and the scripts (as one, as in the page), compiled once in a run of the program.
var compiled = sync.OnceValues(func() (all [2]*goja.Program, err error) {
	library, err := asset("echarts/echarts.min.js")
	if err != nil {
		return all, err
	}
	scripts, err := joined(pureScripts)
	if err != nil {
		return all, err
	}
	for i, source := range []string{library, scripts} {
		if all[i], err = goja.Compile([]string{"echarts.min.js", "page"}[i], source, false); err != nil {
			return all, fmt.Errorf("charts: engine: %w", err)
		}
	}
	return all, nil
})

// pageFigures are the data of a page for engines: what the page reads as JSON, and its cubes as columns that all engines read from.
type pageFigures struct {
	data          string
	award, people map[string][]byte // column -> whole numbers of four bytes each
	rows          [2]int            // of award, of people
}

// figuresFor lays the figures of a page out for engines.
func figuresFor(in Input, f figures) (pageFigures, error) {
	people := f.people()
	p := pageFigures{award: map[string][]byte{}, people: map[string][]byte{}, rows: [2]int{len(f.Award), len(people)}}
	dims := map[string]int{"year": posYear, "unit": posUnit, "form": posForm, "level": posLevel}
	for name, at := range dims {
		p.award[name], p.people[name] = columnAt(f.Award, at), columnAt(people, at)
	}
	for name, at := range map[string]int{"achievement": posAchievement, "count": posAwards, "source": posAwardSource} {
		p.award[name] = columnAt(f.Award, at)
	}
	for name, at := range map[string]int{"achievement": posPeopleAchievement, "source": posPeopleSource} {
		p.people[name] = columnAt(people, at)
	}
	for i, name := range f.Measures {
		p.people[name] = columnAt(people, posLevel+1+i)
	}
	d, err := dataOf(in, f)
	if err != nil {
		return p, err
	}
	data, err := json.Marshal(d)
	p.data = string(data)
	return p, err
}

// columnAt is one place of all rows; what was never stated is -1.
func columnAt(rows [][]any, at int) []byte {
	out := make([]byte, 0, 4*len(rows))
	for _, r := range rows {
		n := int32(-1)
		switch v := r[at].(type) {
		case int:
			n = int32(v)
		case int64:
			n = int32(v)
		}
		out = binary.NativeEndian.AppendUint32(out, uint32(n))
	}
	return out
}

// columns gives columns to the scripts, in the bytes where they lie.
func columns(vm *goja.Runtime, n int, from map[string][]byte) (*goja.Object, error) {
	out := vm.NewObject()
	if err := out.Set("n", n); err != nil {
		return nil, err
	}
	for name, b := range from {
		column, err := vm.New(vm.Get("Int32Array"), vm.ToValue(vm.NewArrayBuffer(b)))
		if err != nil {
			return nil, err
		}
		if err := out.Set(name, column); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// newEngine has read the library and the scripts, and waits for the figures of a page.
func newEngine() (*engine, error) {
	programs, err := compiled()
	if err != nil {
		return nil, err
	}
	vm := goja.New()
	// One moment and one number for all: the library times its measuring and mixes chance into ids.
	vm.SetTimeSource(always(table.Date{Year: 2000, Month: 1, Day: 1}.Time()))
	vm.SetRandSource(always(0.5))
	e := &engine{vm: vm}
	if _, err := vm.RunScript("before", engineBefore); err != nil {
		return nil, fmt.Errorf("charts: engine: %w", err)
	}
	for _, p := range programs {
		if _, err := vm.RunProgram(p); err != nil {
			return nil, fmt.Errorf("charts: engine: %w", err)
		}
	}
	v, err := vm.RunScript("after", engineAfter)
	if err != nil {
		return nil, fmt.Errorf("charts: engine: %w", err)
	}
	e.open, _ = goja.AssertFunction(v)
	return e, nil
}

// use reads the figures of a page and stands in the view that the page opens with.
func (e *engine) use(p pageFigures) error {
	award, err := columns(e.vm, p.rows[0], p.award)
	if err != nil {
		return fmt.Errorf("charts: engine: %w", err)
	}
	people, err := columns(e.vm, p.rows[1], p.people)
	if err != nil {
		return fmt.Errorf("charts: engine: %w", err)
	}
	v, err := e.open(goja.Undefined(), e.vm.ToValue(p.data), award, people)
	if err != nil {
		return fmt.Errorf("charts: engine: %w", err)
	}
	made := v.ToObject(e.vm)
	e.still, _ = goja.AssertFunction(made.Get("still"))
	e.head, _ = goja.AssertFunction(made.Get("head"))
	return nil
}

func always[T any](v T) func() T { return func() T { return v } }

// engineBefore: what the library asks of its surroundings. Nothing drawn here waits for a timer.
const engineBefore = `"use strict";
globalThis.self = globalThis;
globalThis.setTimeout = () => 0;
globalThis.clearTimeout = () => {};
`

// engineAfter opens a page's first view and gives the functions that draw a panel of it and tell its head.
const engineAfter = `"use strict";
measureByTable();
(pageData, award, people) => {
  useData(JSON.parse(pageData), { award, people: { ...people, m: people } });
  const own = data.own !== undefined;
  const state = settle({ filter: { ...noFilter, from: data.newest, to: data.newest, unit: own ? [data.own] : [] }, boundaries: "reported", reader: own ? "unit" : "leader", changeBy: "form" });
  return {
    still: (id, width, words) => JSON.stringify(stillAndTable(panelMakers[id](state), width, JSON.parse(words), state)),
    head: () => JSON.stringify(headOf(state)),
  };
};
`

// stillWords stand around a picture.
type stillWords struct {
	Title  string `json:"title"`
	Sub    string `json:"sub"`    // the place and year of the view are added to it
	Source string `json:"source"` // beneath the picture, after its note
}

// overhead is what stands over the panels.
func (e *engine) overhead() (h pageHead, err error) {
	v, err := e.head(goja.Undefined())
	if err == nil {
		err = json.Unmarshal([]byte(v.String()), &h)
	}
	if err != nil {
		return h, fmt.Errorf("charts: head of the page: %w", err)
	}
	return h, nil
}

func (e *engine) draw(id string, width int, words stillWords) (d drawnStill, err error) {
	asked, err := json.Marshal(words)
	if err != nil {
		return d, err
	}
	v, err := e.still(goja.Undefined(), e.vm.ToValue(id), e.vm.ToValue(width), e.vm.ToValue(string(asked)))
	if err != nil {
		return d, fmt.Errorf("charts: picture %s: %w", id, err)
	}
	if err := json.Unmarshal([]byte(v.String()), &d); err != nil {
		return d, fmt.Errorf("charts: picture %s: %w", id, err)
	}
	for _, text := range []*string{&d.Alone, &d.Plain} {
		if *text == "" {
			continue
		}
		tidy, err := tidySVG(id, *text)
		if err != nil {
			return d, err
		}
		*text = string(tidy)
	}
	return d, nil
}
