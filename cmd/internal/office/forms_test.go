package office

import (
	"fmt"
	"strings"
	"testing"

	"tdkt/data"
)

// Forms, report, page and letters carry the name of the board that signs them, of a province or of a city under the centre.
func TestBoardName(t *testing.T) {
	texts, err := data.LoadTexts("vi")
	if err != nil {
		t.Fatal(err)
	}
	for want, province := range map[string]string{
		"Ban Thi đua - Khen thưởng tỉnh Bắc Ninh":     "Tỉnh Bắc Ninh",
		"Ban Thi đua - Khen thưởng thành phố Đà Nẵng": "Thành phố Đà Nẵng",
	} {
		units := []data.Unit{{Code: "p", Name: province}, {Code: "x1", Name: "Sở Một", Kind: "department", Parent: "p"}}
		if got, err := boardName(units); got != want || err != nil {
			t.Errorf("%s: %q, %v", province, got, err)
		}
		name, words := (&Office{Lang: "vi", Texts: texts}).wordsOf(units)
		head := strings.ToUpper(fmt.Sprintf(words["report.head.over"], name))
		if want := "UBND " + strings.ToUpper(province); head != want {
			t.Errorf("head of the report: %q, want %q", head, want)
		}
		if strings.HasPrefix(province, "Thành") == strings.Contains(words["report.general.total"]+words["page.in_whole_province"]+words["report.board"], "tỉnh") {
			t.Errorf("%s: %q, %q, %q", province, words["report.general.total"], words["page.in_whole_province"], words["report.board"])
		}
	}
}
