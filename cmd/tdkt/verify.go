package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"tdkt/charts/report"
	"tdkt/cmd/internal/office"
	"tdkt/data"
)

// toldOfAKind is how many numbers of one kind are told before the rest is only counted.
const toldOfAKind = 40

func (a *app) verifyCommand() *cobra.Command {
	var format, out, from string
	var refresh bool
	c := &cobra.Command{
		Use: "verify FILE", Short: a.texts.Get("cmd.verify.short"), Long: a.texts.Get("cmd.verify.long"),
		Args: a.arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case format != "text" && format != "json":
				return a.wrong("format", format, "text, json")
			case out != "" && !refresh:
				return a.wrong("verify_out")
			case out != "" && samePath(out, args[0]):
				return a.wrong("verify_same")
			}
			paper := office.Paper{File: args[0], Original: from}
			if from != "" {
				args = append(args, from)
			}
			if err := a.paths(args); err != nil {
				return err
			}
			v, err := a.verified(cmd, paper, out, refresh)
			switch {
			case errors.Is(err, report.ErrNoDocument):
				return a.wrong("verify_document", args[0])
			case errors.Is(err, report.ErrNoBinding):
				return a.wrong("verify_binding", args[0])
			case err != nil:
				return err
			}
			if format == "json" {
				enc := json.NewEncoder(a.Out)
				enc.SetEscapeHTML(false)
				err = enc.Encode(v)
			} else {
				a.tellVerified(v)
			}
			if err == nil && v.Differs() {
				err = errFaults
			}
			return err
		},
	}
	c.Flags().StringVar(&format, "format", "text", a.texts.Get("cmd.flag.verify_format"))
	c.Flags().BoolVar(&refresh, "refresh", false, a.texts.Get("cmd.flag.refresh"))
	c.Flags().StringVar(&from, "from", "", a.texts.Get("cmd.flag.verify_from"))
	c.Flags().StringVar(&out, "out", "", a.texts.Get("cmd.flag.refresh_out"))
	return c
}

func (a *app) verified(cmd *cobra.Command, p office.Paper, out string, refresh bool) (office.Verified, error) {
	if refresh {
		return a.office().Refresh(cmd.Context(), p, out)
	}
	return a.office().Verify(cmd.Context(), p)
}

func samePath(one, other string) bool {
	a, errA := filepath.Abs(one)
	b, errB := filepath.Abs(other)
	return errA == nil && errB == nil && a == b
}

// tellVerified tells what a document's numbers are: how many of each status, then those that differ, each with its sentence.
func (a *app) tellVerified(v office.Verified) {
	if v.Written != "" {
		fmt.Fprintln(a.Out, a.texts.Get("cmd.verify.refreshed", v.Written, a.howMany(len(v.Refreshed))))
		if v.Kept != "" {
			fmt.Fprintln(a.Out, a.texts.Get("cmd.verify.kept", v.Kept))
		}
		for _, n := range v.Refreshed {
			if n.Part != "" {
				fmt.Fprintln(a.Out, "  "+a.texts.Get("cmd.verify.renewed_"+n.Part, n.Sentence, n.Found, n.Now))
				continue
			}
			fmt.Fprintln(a.Out, "  "+a.texts.Get("cmd.verify.renewed", n.No, n.Found, n.Now, n.Sentence))
		}
	}
	of := map[report.Status][]report.Verdict{}
	for _, n := range v.Numbers {
		of[n.Status] = append(of[n.Status], n)
	}
	fmt.Fprintln(a.Out, a.texts.Get("cmd.verify.head", v.File, v.Build, v.BuildNow))
	for _, s := range slices.Backward(report.Statuses) {
		if n := len(of[s]); n > 0 || s == report.Equal {
			fmt.Fprintf(a.Out, "  %s  %s\n", a.howMany(n), a.texts.Get("cmd.verify.status."+string(s)))
		}
	}
	if v.PlacesLeft > 0 {
		fmt.Fprintln(a.Out, a.texts.Get("cmd.verify.places", v.PlacesLeft))
	}
	for _, no := range v.ChartsWithoutData {
		fmt.Fprintln(a.Out, a.texts.Get("cmd.verify.chart_without_data", no))
	}
	for _, s := range report.Statuses {
		if s == report.Equal || len(of[s]) == 0 {
			continue
		}
		fmt.Fprintln(a.Out, a.texts.Get("cmd.verify.title."+string(s), a.howMany(len(of[s]))))
		for i, n := range of[s] {
			if i == toldOfAKind {
				fmt.Fprintln(a.Out, "  "+a.texts.Get("cmd.verify.more", a.howMany(len(of[s])-i)))
				break
			}
			fmt.Fprintln(a.Out, "  "+a.verdict(n))
		}
	}
}

func (a *app) howMany(n int) string { return data.FormatInt(a.lang, int64(n)) }

// verdict is one number in a line: which, what stands there, what it was, what it is now, where, its figure.
func (a *app) verdict(n report.Verdict) string {
	key := "cmd.verify.line." + string(n.Status)
	args := []any{n.No, n.Found, n.Written, n.Now, n.Sentence}
	switch {
	case n.Status == report.Unbound && n.No == 0:
		key += "_typed"
		args = []any{n.Found, n.Sentence}
	case n.Status == report.Missing:
		args = []any{n.No, n.Written, n.Now, n.Sentence}
	case n.Status == report.New:
		args = []any{n.Now, n.Sentence}
	}
	if n.Part != "" {
		key = "cmd.verify.line." + n.Part + "_" + string(n.Status)
		args = []any{n.Sentence, n.Found, n.Written, n.Now}
	}
	line := a.texts.Get(key, args...)
	if n.Pending {
		line += " " + a.texts.Get("cmd.verify.pending")
	}
	if n.Copy {
		line += " " + a.texts.Get("cmd.verify.copy")
	}
	if n.Formula != "" {
		line += " [" + shortened(n.Formula) + "]"
	}
	return line
}

// shortened leaves out the middle of a formula over many figures.
func shortened(formula string) string {
	r := []rune(formula)
	if len(r) <= 200 {
		return formula
	}
	return string(r[:120]) + " … " + string(r[len(r)-70:])
}
