package report

import "testing"

// TestSectionPlaces guards that each section has a name of its own in templates, and that no name is of a section that is gone.
func TestSectionPlaces(t *testing.T) {
	seen := map[string]string{}
	for section := range registry {
		name := sectionPlace(section)
		if seen[name] != "" {
			t.Errorf("%s and %s are both called %s", section, seen[name], name)
		}
		seen[name] = section
	}
	for section := range sectionPlaces {
		if _, ok := registry[section]; !ok {
			t.Errorf("no section %s", section)
		}
	}
}

func TestNearest(t *testing.T) {
	known := []string{"ca-nhan", "muc:ket-qua-chung", "tong-so", "tong-so-ky-truoc"}
	for name, want := range map[string]string{"tong-soo": "tong-so", "tổng-số": "tong-so", "muc:ket-qua": "muc:ket-qua-chung", "tong-so-ky": "tong-so-ky-truoc", "xyzzyxyzzy": ""} {
		if got := nearest(name, known); got != want {
			t.Errorf("nearest to %s is %s, want %s", name, got, want)
		}
	}
}
