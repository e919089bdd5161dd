package load

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A decision holds where its chain has an even number of undos, whichever of them each names.
func TestInForce(t *testing.T) {
	undo := func(no, undoes, root int) Decision { return Decision{No: no, Action: Undo, Undoes: undoes, Root: root} }
	said := func(no int) Decision { return Decision{No: no, Action: Hold, Root: no} }
	for _, c := range []struct {
		name string
		log  []Decision
		want []int
	}{
		{"nothing", nil, nil},
		{"a decision", []Decision{said(1)}, []int{1}},
		{"undone", []Decision{said(1), undo(2, 1, 1)}, nil},
		{"decided again", []Decision{said(1), undo(2, 1, 1), undo(3, 2, 1)}, []int{1}},
		{"undone by way of the undo", []Decision{said(1), undo(2, 1, 1), undo(3, 2, 1), undo(4, 3, 1)}, nil},
		{"only its own chain", []Decision{said(1), said(2), undo(3, 1, 1)}, []int{2}},
	} {
		var got []int
		for _, d := range InForce(c.log) {
			got = append(got, d.No)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
