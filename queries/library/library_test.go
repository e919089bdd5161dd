package library

import "testing"

func TestEveryQueryIsRead(t *testing.T) {
	all, err := All()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 20 {
		t.Errorf("%d queries", len(all))
	}
}
