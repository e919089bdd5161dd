package shell

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/peterh/liner"

	"tdkt/queries/door"
	"tdkt/queries/door/format"
)

// reader gives the lines that a person types.
type reader interface {
	Prompt(prompt string) (string, error) // io.EOF at the end, liner.ErrPromptAborted after Ctrl-C
	AppendHistory(entry string)
}

// Prompt opens the shell on the terminal. The history is kept in the file at history, or
// nowhere where that is empty. Faults of a statement are shown on errs and the shell goes on.
func Prompt(ctx context.Context, d *door.Door, history string, out, errs io.Writer, o Options) (err error) {
	line := liner.NewLiner()
	defer func() { err = errors.Join(err, line.Close()) }()
	line.SetCtrlCAborts(true)
	line.SetMultiLineMode(true)
	if f, err := os.Open(history); err == nil {
		_, err = line.ReadHistory(f)
		f.Close()
		if err != nil {
			fmt.Fprintf(errs, "%s: %v\n", history, err)
		}
	}
	if err := talk(ctx, d, line, out, errs, o); err != nil {
		return err
	}
	return keep(line, history)
}

func keep(line *liner.State, history string) error {
	if history == "" {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(history), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(history, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = line.WriteHistory(f)
	return errors.Join(err, f.Close())
}

// talk is the conversation itself, until .exit or the end of input.
func talk(ctx context.Context, d *door.Door, in reader, out, errs io.Writer, o Options) error {
	s := newSession(d, out, o)
	if s.opt.Format == format.Table && s.opt.MaxRows == 0 {
		s.opt.MaxRows = 200
	}
	typed := ""
	for ctx.Err() == nil {
		prompt := "tdkt> "
		if typed != "" {
			prompt = "  ... "
		}
		line, err := in.Prompt(prompt)
		switch {
		case errors.Is(err, liner.ErrPromptAborted):
			typed = ""
			continue
		case errors.Is(err, io.EOF):
			fmt.Fprintln(out)
			return nil
		case err != nil:
			return err
		}
		if strings.TrimSpace(line) != "" {
			in.AppendHistory(line)
		}
		if typed == "" && isCommand(line) {
			if err := s.command(ctx, strings.TrimSpace(line)); errors.Is(err, errExit) {
				return nil
			} else if err != nil {
				fmt.Fprintln(errs, err)
			}
			continue
		}
		typed = s.heard(ctx, typed+line+"\n", errs)
	}
	return ctx.Err()
}

// heard runs the statements that are complete and gives back what is still being typed.
func (s *session) heard(ctx context.Context, typed string, errs io.Writer) (rest string) {
	statements, left := door.Split(typed)
	for _, one := range statements {
		if err := s.run(ctx, one.Text); err != nil {
			fmt.Fprintln(errs, err)
		}
	}
	if left.Text == "" {
		return ""
	}
	return left.Text + "\n"
}
