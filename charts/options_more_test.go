package charts

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/dop251/goja"
	"pgregory.net/rapid"
)

// longNames is a province with names as long as real ones, more members than any picture draws, gaps, noughts and breaks.
func longNames() made {
	m := made{
		Units: []string{"Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh", "Công ty cổ phần Supe Phốt phát và Hóa chất Lâm Thao", "Sở Y tế"},
		Forms: []string{"Bằng khen của Thủ tướng Chính phủ", "Huân chương Bảo vệ Tổ quốc hạng Nhất", "Giấy khen", "chua_ro"}, Achievements: []string{"Thường xuyên", "chua_ro"},
		Levels: []string{"Cấp Nhà nước", "Cấp bộ, ban, ngành", "Cấp tỉnh", "Cấp sở, ban, ngành tỉnh", "Cấp đơn vị, doanh nghiệp", "chua_ro"},
		State:  "{ from: 2025, to: 2025, unit: [3] }", By: "form", AsOf: "2026-01-20", Open: []int{2025},
		Breaks: map[int]string{2022: "Luật 2022 và các nghị định", 2024: "Luật mới", 2025: "Sáp nhập, hai cấp"}, Clusters: map[string]map[string][]int{"Khối": {"2025": {}}},
	}
	for i := range 20 {
		m.Units = append(m.Units, fmt.Sprint("Trung tâm Dịch vụ việc làm số ", i))
		m.Forms = append(m.Forms, fmt.Sprint("Huy chương Chiến sĩ vẻ vang hạng ", i))
	}
	for u := range m.Units {
		m.Clusters["Khối"]["2025"] = append(m.Clusters["Khối"]["2025"], u)
		for f := range m.Forms {
			for year := 2021; year <= 2025; year++ {
				if n := (u*7 + f*13 + year*5) % 31; n > 6 && !(f == 2 && year == 2023) {
					a := madeAward{Year: year, Unit: u, Form: f, Level: f % len(m.Levels), Achievement: f % 2, N: (n - 7) * 40 / (1 + f)}
					a.People = map[string]int{"individual_count": a.N, "direct_worker_count": a.N / 2, "class_unknown_count": a.N / 9, "woman_count": a.N * u / 40, "woman_unknown_count": 0}
					m.Awards = append(m.Awards, a)
				}
			}
		}
		for i, standing := range []string{"on_time", "late", "not_received", "held", "excused"} {
			o := owed(u, fmt.Sprint("Danh sách ", i%3), standing)
			o["period"] = []string{"2025", "2025-Q1", "2025-Q2", "2025-Q3", "2025-H1"}[(u+i)%5]
			m.Obligations = append(m.Obligations, o)
		}
	}
	return m
}

var pictureMakers = map[string]string{
	"change": "changePanel", "trend": "trendPanel", "multiples": "multiplesPanel", "rank": "rankPanel", "heat": "heatPanel", "place": "placePanel", "calendar": "calendarPanel",
}

// words are the texts that a picture places itself, with the boxes that they take.
type words struct {
	Text                     string
	Left, Top, Right, Bottom float64
}

// drawing is a filled option, as far as the tests look at it.
type drawing struct {
	Height float64
	Words  []words
	Bad    []string // numbers that are none, colours that are none
	Wrong  []string // drawn values that are not those of the table
}

const draws = `(maker, frame) => {
	const panel = globalThis.panelHere ?? maker(stateHere), bad = [], wrong = [];
	const { option, height } = optionOf(panel, frame);
	const rows = drawnRows(panel);
	const look = (v, path) => {
		if (typeof v === "number" && !Number.isFinite(v)) bad.push(path);
		if (v === undefined && !path.endsWith("markPoint")) bad.push(path);
		if (v && typeof v === "object") for (const [k, child] of Object.entries(v)) look(child, path + "." + k);
	};
	look(option, "");
	const told = (item, v) => { if (JSON.stringify(v) !== JSON.stringify(item)) wrong.push(item + " for " + v); };
	for (const [k, s] of option.series.entries()) for (const [i, d] of s.data.entries()) {
		if (typeof d === "number") continue; // what carries a step
		const cells = rows[d.row ?? i].cells, v = Array.isArray(d.value) ? d.value : [d.value];
		switch (panel.chart.kind) {
			case "waterfall": if (k === 1 && d.value !== 0) told(d.value, Math.abs((d.row === 0 ? cells[0] : d.row === rows.length - 1 ? cells[1] : cells[2]).v)); break;
			case "lines": if (!panel.chart.few) told(d.value, cells[i].v); break;
			case "multiples": told(d.value, cells[i].v); break;
			case "rank": if (k < 2) told(v[0], cells[k].v); break;
			case "dots": told(v[0], cells[panel.chart.series[k >> 1].cell].v); break;
			case "heat": told(v[2], cells[v[0] + 1].v); break;
			case "calendar": told(d.label.formatter[0], cells[v[0] + 1].text[0]); break;
		}
	}
	const words = (option.graphic ?? []).filter((g) => g.type === "text").map((g) => {
		const lines = g.style.text.split("\n"), width = Math.max(...lines.map((l) => textWidth(l) * (g.style.font.startsWith("bold") ? 1.1 : 1))), height = lines.length * 17;
		const left = g.x - (g.style.align === "center" ? width / 2 : g.style.align === "right" ? width : 0), top = g.y - (g.style.verticalAlign === "middle" ? height / 2 : 0);
		return { text: g.style.text, left, top, right: left + width, bottom: top + height };
	});
	return JSON.stringify({ height, words, bad, wrong });
}`

// In every width each picture draws what its table says, and its words lie within it and not on one another.
func TestPicturesKeepTheirWordsApart(t *testing.T) {
	vm := scripts(t)
	longNames().load(t, vm)
	f, err := vm.RunString(`var stateHere; ` + draws)
	if err != nil {
		t.Fatal(err)
	}
	fill, _ := goja.AssertFunction(f)
	for _, state := range []string{in2025, "{ from: 2025, to: 2025, unit: [3] }", "{ from: 2024, to: 2024 }", "{ from: 2021, to: 2022 }", "{}", "{ unit: [0], form: [0] }"} {
		if _, err := vm.RunString(`stateHere = settle({ boundaries: "reported", changeBy: "form", filter: { ...noFilter, ...` + state + ` } })`); err != nil {
			t.Fatal(err)
		}
		for id, maker := range pictureMakers {
			for _, width := range []int{308, 620, 666, 1304} {
				name := fmt.Sprintf("%s, %s, %d px", id, state, width)
				rows, err := vm.RunString("(globalThis.panelHere = " + maker + "(stateHere)).rows.length")
				if err != nil {
					t.Fatal(err)
				}
				if rows.ToInteger() == 0 {
					continue
				}
				v, err := fill(goja.Undefined(), goja.Null(), vm.ToValue(map[string]any{"width": width, "phone": width < 600, "printing": width == 666}))
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				var d drawing
				if err := json.Unmarshal([]byte(v.String()), &d); err != nil {
					t.Fatal(err)
				}
				if len(d.Bad) > 0 || len(d.Wrong) > 0 || !(d.Height > 20) {
					t.Errorf("%s: height %v, no values at %v, other values %v", name, d.Height, d.Bad, d.Wrong)
				}
				if width < 600 && (id == "heat" || id == "calendar") {
					continue // the table alone is shown there
				}
				apart(t, name, d, float64(width))
			}
		}
	}
}

func apart(t *testing.T, name string, d drawing, width float64) {
	t.Helper()
	for i, a := range d.Words {
		if a.Left < -1 || a.Right > width+1 || a.Top < -2 || a.Bottom > d.Height+2 {
			t.Errorf("%s: %q lies at %v–%v, %v–%v of %v × %v", name, a.Text, a.Left, a.Right, a.Top, a.Bottom, width, d.Height)
		}
		for _, b := range d.Words[:i] {
			if math.Min(a.Right, b.Right)-math.Max(a.Left, b.Left) > 1 && math.Min(a.Bottom, b.Bottom)-math.Max(a.Top, b.Top) > 2 {
				t.Errorf("%s: %q lies on %q", name, a.Text, b.Text)
			}
		}
	}
}

// However near breaks come to one another, no word crosses another word or the line of another break.
func TestBreaksKeepApart(t *testing.T) {
	vm := scripts(t)
	rapid.Check(t, func(r *rapid.T) {
		width := rapid.IntRange(260, 900).Draw(r, "width")
		xs := rapid.SliceOfNDistinct(rapid.IntRange(40, width-110), 1, 6, rapid.ID[int]).Draw(r, "xs")
		slices.Sort(xs)
		var marks []string
		for _, x := range xs {
			text := rapid.SampledFrom([]string{"Luật mới", "Sáp nhập", "Luật 2022 và các nghị định", "Luật 2003, tỷ lệ mới"}).Draw(r, "text")
			marks = append(marks, fmt.Sprintf("{ x: %d, text: %q }", x, text))
		}
		v, err := vm.RunString(fmt.Sprintf(`useFont(); JSON.stringify(breakMarks([%s], %d, 0, (h) => h + 100).elements.map((e) => (e.type === "text"
			? { left: e.x, right: e.x + Math.max(...e.style.text.split("\n").map((l) => textWidth(l))), top: e.y, bottom: e.y + 17 * e.style.text.split("\n").length, text: e.style.text } : { line: e.shape.points[0][0], from: e.shape.points[0][1] })));
			function useFont() { data = { look: { font: "sans-serif", quiet: "#000000" } }; }`, strings.Join(marks, ", "), width))
		if err != nil {
			r.Fatal(err)
		}
		var all []struct {
			Left, Right, Top, Bottom float64
			Text                     string
			Line, From               float64
		}
		if err := json.Unmarshal([]byte(v.String()), &all); err != nil {
			r.Fatal(err)
		}
		for i, a := range all {
			if a.Text == "" {
				continue
			}
			if a.Right > float64(width) {
				r.Errorf("%q ends at %v of %d", a.Text, a.Right, width)
			}
			for j, b := range all {
				switch {
				case i == j:
				case b.Text != "" && math.Min(a.Bottom, b.Bottom) > math.Max(a.Top, b.Top) && math.Min(a.Right, b.Right) > math.Max(a.Left, b.Left):
					r.Errorf("%q lies on %q", a.Text, b.Text)
				case b.Text == "" && b.Line > a.Left && b.Line < a.Right && b.From < a.Bottom:
					r.Errorf("the line at %v crosses %q", b.Line, a.Text)
				}
			}
		}
	})
}

func TestWrappedKeepsEveryWord(t *testing.T) {
	vm := scripts(t)
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"Sở Y tế", 200, "Sở Y tế"},
		{"Công ty cổ phần Supe Phốt phát và Hóa chất Lâm Thao", 150, "Công ty cổ phần|Supe Phốt phát và|Hóa chất Lâm Thao"},
		{"Huân chương", 10, "Huân|chương"},
	} {
		v, err := vm.RunString(fmt.Sprintf(`wrapped(%q, %d).join("|")`, c.text, c.width))
		if err != nil {
			t.Fatal(err)
		}
		same(t, c.text, c.want, v.String())
	}
}

// A scale ends at a round number just above the largest figure, in a few whole steps.
func TestUpper(t *testing.T) {
	vm := scripts(t)
	for _, c := range []struct {
		v    float64
		want string
	}{{0, "1/1"}, {1, "1/1"}, {3, "3/1"}, {7, "8/2"}, {4581, "5000/1000"}, {1000, "1000/200"}, {61, "75/25"}, {12345, "12500/2500"}} {
		v, err := vm.RunString(fmt.Sprintf(`{ const u = upper(%v, true); u.max + "/" + u.step }`, c.v))
		if err != nil {
			t.Fatal(err)
		}
		same(t, fmt.Sprint(c.v), c.want, v.String())
	}
}

// Lines stand out from the paper, three to one, and keep the order of their lightness.
func TestReadableLines(t *testing.T) {
	vm := scripts(t)
	for colour, want := range map[string]string{"#0072b2": "#0072b2", "#000000": "#000000"} {
		v, err := vm.RunString(fmt.Sprintf("readable(%q)", colour))
		if err != nil {
			t.Fatal(err)
		}
		same(t, colour, want, v.String())
	}
	v, err := vm.RunString(`readable("#f0e442") < "#a8a02f" && readable("#f0e442") !== "#f0e442"`)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "yellow is darkened", true, v.ToBoolean())
}
