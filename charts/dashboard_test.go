package charts

import (
	"bytes"
	"testing"
)

func render(t testing.TB, in Input) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Dashboard(&b, in); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Guards promise 8: the same input gives the same page.
func TestDashboardIsTheSameEachTime(t *testing.T) {
	first := render(t, fixture(t, "vi"))
	for range 3 {
		if !bytes.Equal(first, render(t, fixture(t, "vi"))) {
			t.Fatal("two pages of the same input differ")
		}
	}
}

// A unit's name must not end a script or start a tag anywhere in the file.
func TestHostileNameIsNeverMarkup(t *testing.T) {
	if bytes.Contains(render(t, fixture(t, "vi")), []byte("<img src=x")) {
		t.Fatal("the hostile unit name stands in the page as markup")
	}
}
