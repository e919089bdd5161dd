package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"tdkt/cmd/internal/office"
	"tdkt/ingest"
	"tdkt/ingest/finding"
)

func (a *app) ingestCommand() *cobra.Command {
	var format, revises, feedback string
	c := &cobra.Command{
		Use: "ingest PATH...", Short: a.texts.Get("cmd.ingest.short"), Long: a.texts.Get("cmd.ingest.long"),
		Args: a.arguments(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if format != "text" && format != "json" {
				return a.wrong("format", format, "text, json")
			}
			if err := a.paths(args); err != nil {
				return err
			}
			if info, err := os.Stat(args[0]); revises != "" && (len(args) > 1 || err != nil || info.IsDir()) {
				return a.wrong("revises", revises)
			}
			o, err := a.answering(feedback, args)
			if err != nil {
				return err
			}
			got, err := o.Ingest(cmd.Context(), args, revises)
			if errors.Is(err, ingest.ErrSeveral) { // an archive of several
				return a.wrong("revises", revises)
			}
			if format == "json" {
				err = errors.Join(a.findingsJSON(got), err)
			} else if len(got.Report.Files) > 0 { // also where one file was our fault: the others were read
				a.tellFindings(got)
				a.tellReceived(got)
				a.tellTurned(got.Change)
				a.tellAnswers(got.Answers)
			}
			if err == nil && got.Faults() {
				err = errFaults
			}
			return err
		},
	}
	c.Flags().StringVar(&format, "format", "text", a.texts.Get("cmd.flag.ingest_format"))
	c.Flags().StringVar(&feedback, "feedback", "", a.texts.Get("cmd.flag.feedback"))
	c.Flags().StringVar(&revises, "revises", "", a.texts.Get("cmd.flag.revises"))
	return c
}

// findingsJSON prints one finding a line and nothing else.
func (a *app) findingsJSON(got office.Received) error {
	for _, f := range got.Findings {
		line, err := f.JSON(a.lang)
		if err != nil {
			return err
		}
		fmt.Fprintf(a.Out, "%s\n", line)
	}
	return nil
}

// tellFindings prints the findings for people: errors first, twenty of a kind and a count of the rest.
func (a *app) tellFindings(got office.Received) {
	for _, severity := range []finding.Severity{finding.Error, finding.Warning, finding.Query} {
		var these []finding.Finding
		for _, f := range got.Findings {
			if f.Severity == severity {
				these = append(these, f)
			}
		}
		if len(these) == 0 {
			continue
		}
		fmt.Fprintln(a.Out, a.texts.Get("cmd.findings."+string(severity), len(these)))
		for _, line := range finding.Lines(these, a.lang) {
			fmt.Fprintln(a.Out, "  "+line)
		}
	}
}

// answering is the office that writes answers into a folder, "" for none; it refuses a folder among the returns.
func (a *app) answering(dir string, paths []string) (*office.Office, error) {
	o := a.office()
	if dir == "" {
		return o, nil
	}
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return nil, a.wrong("feedback_file", dir)
	}
	if among := office.FeedbackInside(dir, paths); among != "" {
		return nil, a.wrong("feedback_inside", dir, among)
	}
	o.Feedback = dir
	return o, nil
}

// tellAnswers says where the answers lie.
func (a *app) tellAnswers(got office.Answers) {
	if got.Dir != "" {
		a.tellLines([][2]string{{a.texts.Get("cmd.sum.feedback"), a.texts.Get("cmd.sum.feedback_are", got.Dir, got.Workbooks, got.Letters)}})
	}
}
