package office

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Guards what an answer is called: below the folder, safe on every file system, one for each file.
func TestAnswerPlaces(t *testing.T) {
	long := strings.Repeat("ô", 300)
	names := []string{
		"2025/so-y-te.xlsx", "so-y-te.csv", "So-Y-Te.csv", "../../etc/passwd", "/abs/x.xlsx", `C:\báo cáo\a?.xlsx`, "CON.xlsx", "con/nul.txt",
		"a. /b.XLSX", ".xlsx", "x\x00\n.csv", long + ".csv", "",
	}
	got := answerPlaces(names)
	want := []string{
		"2025/so-y-te", "so-y-te.csv-" + shortDigest("so-y-te.csv"), "So-Y-Te.csv-" + shortDigest("So-Y-Te.csv"), "etc/passwd", "abs/x", "C_/báo cáo/a_", "_CON", "_con/_nul.txt",
		"a/b", ".xlsx", "x__.csv", strings.Repeat("ô", longestElement) + "-" + shortDigest(long+".csv"), "-" + shortDigest(""),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, place := range got {
		if !filepath.IsLocal(place) {
			t.Errorf("%q leads out of the folder", place)
		}
	}
}

// Guards the returns: no answer lies among them, by whatever way the folder is named.
func TestFeedbackInside(t *testing.T) {
	root := t.TempDir()
	for _, dir := range []string{"returns/2025", "answers"} {
		if err := os.MkdirAll(filepath.Join(root, dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(root, "returns", "a.csv")
	if err := os.WriteFile(file, []byte("a"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(root, "returns"), filepath.Join(root, "link")); err != nil {
		t.Fatal(err)
	}
	at := func(rel string) string { return filepath.Join(root, rel) }
	cases := []struct {
		dir, path string
		inside    bool
	}{
		{"answers", "returns", false}, {"returns", "returns", true}, {"returns/new/deep", "returns", true}, {"link/new", "returns", true}, {"answers", "link", false},
		{"returns", "returns/a.csv", true}, {"returns/2025", "returns/a.csv", false}, {"answers", "returns/a.csv", false}, {".", "returns", false}, {"returns-2", "returns", false},
	}
	for _, c := range cases {
		if got := FeedbackInside(at(c.dir), []string{at(c.path)}); (got != "") != c.inside {
			t.Errorf("answers in %s, returns in %s: %q", c.dir, c.path, got)
		}
	}
}
