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

// Lines words findings one a line in their order, in each file at most Limit of a code,
// then "và 311 lỗi nữa cùng loại [code]" where the last of that code would have stood.
func Lines(fs []Finding, lang string) []string {
	sorted := slices.Clone(fs)
	Sort(sorted)
	type kind struct {
		file string
		code Code
	}
	total := map[kind]int{}
	for _, f := range sorted {
		total[kind{f.At.File, f.Code}]++
	}
	seen := map[kind]int{}
	var out []string
	for _, f := range sorted {
		k := kind{f.At.File, f.Code}
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
	if lang == "en" {
		return oneLine(file) + ": and " + strconv.Itoa(n) + " more [" + string(code) + "]"
	}
	return oneLine(file) + ": và " + strconv.Itoa(n) + " chỗ nữa cùng loại [" + string(code) + "]"
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
