package finding

import (
	"slices"
	"strconv"
)

// Limit is how many findings of a kind are told before the rest is only counted.
const Limit = 20

// Sort puts findings in their one order.
func Sort(fs []Finding) {
	slices.SortStableFunc(fs, Compare)
}

// Lines words findings one a line in their order: of each code at most Limit errors a file,
// and at most Limit warnings or queries in all, then "và 311 chỗ nữa cùng loại [code]" where
// the last of them would have stood.
func Lines(fs []Finding, lang string) []string {
	sorted := slices.Clone(fs)
	Sort(sorted)
	type kind struct {
		file string
		code Code
	}
	kindOf := func(f Finding) kind {
		if f.Severity == Error {
			return kind{f.At.File, f.Code}
		}
		return kind{"", f.Code}
	}
	total := map[kind]int{}
	for _, f := range sorted {
		total[kindOf(f)]++
	}
	seen := map[kind]int{}
	var out []string
	for _, f := range sorted {
		k := kindOf(f)
		seen[k]++
		if seen[k] <= Limit {
			out = append(out, f.Line(lang))
		} else if seen[k] == total[k] {
			out = append(out, more(k.file, k.code, total[k]-Limit, lang))
		}
	}
	return out
}

func more(file string, code Code, n int, lang string) string {
	if file != "" {
		file = OneLine(file) + ": "
	}
	if lang == "en" {
		return file + "and " + strconv.Itoa(n) + " more [" + string(code) + "]"
	}
	return file + "và " + strconv.Itoa(n) + " chỗ nữa cùng loại [" + string(code) + "]"
}

// Worst gives the worst severity among findings, "" for none.
func Worst(fs []Finding) Severity {
	worst := Severity("")
	for _, f := range fs {
		if rank(f.Severity) > rank(worst) {
			worst = f.Severity
		}
	}
	return worst
}

func rank(s Severity) int {
	return slices.Index([]Severity{Query, Warning, Error}, s)
}
