package ingest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/ingest/load"
)

// crossings lists the cells whose column tells for which kind of recipient they count: cell, measure, type, kind.
func crossings(b *load.Batch) (out []string) {
	for _, t := range b.Tallies {
		if t.Recipient != "" {
			out = append(out, strings.Join([]string{t.Cell, t.Measure, t.Achievement, t.Recipient}, " "))
		}
	}
	return out
}

// The columns Tập thể | Cá nhân of 0602 cross its types with kinds of recipient, but where households stand among those of
// another kind. What is lost if this breaks: the board's own form leaves blank what its senders told.
func TestForm0602KeepsItsCrossing(t *testing.T) {
	b := readPages(t, intake{}, page{"B", fmt.Sprintf(form0602, "")})
	want := []string{
		"E22 achievement_count thuong_xuyen collective", "F22 achievement_count thuong_xuyen individual", "G22 achievement_count thuong_xuyen collective",
		"I22 achievement_count thuong_xuyen individual", "J22 achievement_count thuong_xuyen collective", "K22 achievement_count thuong_xuyen collective",
		// L holds a household beside the individuals
	}
	if d := cmp.Diff(want, crossings(b)); d != "" {
		t.Error(d)
	}
}

// A household that is stated to be none leaves the column to its kind.
func TestForm0602WithoutHouseholdsKeepsItsCrossing(t *testing.T) {
	none := strings.NewReplacer("- Hộ gia đình|08|Hộ|1||||||||1", "- Hộ gia đình|08|Hộ|0||||||||0", "Người|19||3|||1|||15", "Người|20||3|||1|||16").Replace(form0602)
	b := readPages(t, intake{}, page{"B", fmt.Sprintf(none, "")})
	got := strings.Join(crossings(b), "; ")
	if want := "L22 achievement_count thuong_xuyen individual; L23 achievement_count cong_hien individual"; !strings.HasSuffix(got, want) {
		t.Errorf("%s: want at the end %s", got, want)
	}
}

// Mẫu 03 crosses kinds and, among individuals, classes with its types; what was proposed it tells by kind.
func TestForm03KeepsItsCrossing(t *testing.T) {
	b := readPages(t, intake{}, page{"M3", fmt.Sprintf(form03, "18")})
	want := []string{
		"D8 proposal_count chua_ro collective", "E8 proposal_count chua_ro individual",
		"H8 achievement_count thuong_xuyen collective", "I8 achievement_count thuong_xuyen individual", "J8 achievement_count thuong_xuyen individual",
		"K8 achievement_count thuong_xuyen individual", "L8 achievement_count chuyen_de collective", "N8 achievement_count chuyen_de individual",
		"O8 achievement_count chuyen_de individual", "Q8 achievement_count dot_xuat individual", "R8 achievement_count doi_ngoai collective",
		"D9 proposal_count chua_ro collective", "E9 proposal_count chua_ro individual",
		"H9 achievement_count thuong_xuyen collective", "J9 achievement_count thuong_xuyen individual", "K9 achievement_count thuong_xuyen individual",
	}
	if d := cmp.Diff(want, crossings(b)); d != "" {
		t.Error(d)
	}
}

// 0603 has a column a form and no kinds: it crosses nothing.
func TestForm0603CrossesNothing(t *testing.T) {
	b := readPages(t, intake{}, page{"B", fmt.Sprintf(form0603, "15", "1", "3", "1")})
	if got := crossings(b); got != nil {
		t.Error(got)
	}
}
