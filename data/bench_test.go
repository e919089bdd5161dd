package data

import "testing"

// A list of 200,000 people asks of every name whether it is a form or a unit: the answer no must be quick.
func BenchmarkNotAForm(b *testing.B) {
	ref, err := LoadReference()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		ref.ResolveForm("Nguyễn Thị Phương Thảo, Phó Trưởng phòng Tổ chức - Hành chính", Date{})
	}
}

func BenchmarkNotAUnit(b *testing.B) {
	ref, err := LoadReference()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		ref.UnitsNamed("Nguyễn Thị Phương Thảo", "", Date{})
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		lists, err := readLists(referenceFS)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := NewReference(lists); err != nil {
			b.Fatal(err)
		}
	}
}
