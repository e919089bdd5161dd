package charts

import (
	"strings"
	"testing"
)

// The sentences are what a leader reads first: each figure in them, what is not known of it, and what to mind.
func TestSentences(t *testing.T) {
	vm := scripts(t)
	told := madeAward{Year: 2025, N: 1234, People: map[string]int{"individual_count": 1000, "direct_worker_count": 613, "class_unknown_count": 41}}
	bare := madeAward{Year: 2024, N: 1173, Tally: true} // nothing but its awards
	owes := func(unit, accepted int, standing string) map[string]any {
		return map[string]any{"unit": unit, "year": 2025, "expected": 1, "accepted": accepted, "standing": standing}
	}
	const first = "Năm 2025, toàn tỉnh có 1.234 lượt khen thưởng, tăng 5,20 % so với năm 2024; người lao động trực tiếp chiếm 61,30 % số lượt cá nhân, chưa rõ 4,10 %."
	for name, c := range map[string]struct {
		state  string
		duties []map[string]any
		want   string
	}{
		"nobody is known to owe": {in2025, nil, first + " Chưa biết đơn vị nào phải gửi báo cáo, nên chưa nói được số liệu đã đủ hay chưa."},
		"one is held": {in2025, []map[string]any{owes(0, 1, "on_time"), owes(1, 0, "held")},
			first + " Số liệu là sơ bộ: còn 1 trong 2 đơn vị chưa đủ báo cáo được chấp nhận. 1 báo cáo bị trả lại hoặc đang giữ lại."},
		"nothing to mind": {in2025, []map[string]any{owes(0, 1, "on_time")}, first},
		"a year that only tallies": {"{ from: 2024, to: 2024 }", []map[string]any{owes(0, 1, "on_time")},
			"Năm 2024, toàn tỉnh có 1.173 lượt khen thưởng. Chưa biết đơn vị nào phải gửi báo cáo, nên chưa nói được số liệu đã đủ hay chưa."},
		"a kind that the tally does not tell": {`{ from: 2024, to: 2024, kind: "individual" }`, nil, "Năm 2024, toàn tỉnh · Cá nhân: không có số liệu khen thưởng. Chưa tách được theo bộ lọc này: 1.173 lượt chỉ có trong biểu tổng hợp, không cộng vào."},
	} {
		m := small(told, bare)
		m.Obligations = c.duties
		m.load(t, vm)
		v, err := vm.RunString(`sentences(settle({ boundaries: "reported", changeBy: "form", filter: { ...noFilter, ...` + c.state + ` } }))`)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		same(t, name, c.want, nbsp(v.String()))
	}
}

// The page lists every comparison that differs or lacks a side, and counts those that agree.
func TestDifferences(t *testing.T) {
	f, err := gather(fixture(t, "vi"))
	if err != nil {
		t.Fatal(err)
	}
	type told struct {
		Year           int
		Name           string
		Counted, Other int64
	}
	var got []told
	for _, d := range f.Differences {
		one := told{Year: d.Year, Name: d.Name, Counted: *d.Counted, Other: -1}
		if d.Other != nil {
			one.Other = *d.Other
		}
		got = append(got, one)
	}
	same(t, "differences", []told{{2025, hostile, 120, 121}, {0, "=1+1", 80, -1}}, got)
	same(t, "comparisons", map[int]int{2025: 1, 0: 1}, f.Compared)
}

// nbsp makes the spaces that keep a sign at its number plain ones.
func nbsp(text string) string { return strings.ReplaceAll(text, "\u00a0", " ") }
