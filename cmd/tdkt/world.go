package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"tdkt/cmd/internal/office"
	"tdkt/data"
)

// world is everything the program takes from outside, so that the whole of it can be
// called as a function.
type world struct {
	In       io.Reader
	Out, Err io.Writer
	Getenv   func(string) string
	Now      func() time.Time
}

// Exit codes; scripts rely on them.
const (
	exitDone   = 0
	exitFailed = 1 // we failed
	exitMisuse = 2 // the command line is wrong
	exitFaults = 3 // we worked, and what we examined has faults
)

// errFaults says that the work was done and that a return was refused or held.
var errFaults = errors.New("returns with faults")

// misuse is an error in how the program was called.
type misuse struct{ error }

func (m misuse) Unwrap() error { return m.error }

// settings are the global flags.
type settings struct {
	db, lang string
	quiet    bool
}

// app is one call of the program: the world, the global flags, the texts.
type app struct {
	world
	settings
	texts data.Texts
	begun bool // a command's own work has begun: what fails now is no misuse
}

// heapAim is from how many bytes on the collector works harder rather than let the heap grow: a file may cost one gibibyte,
// and the warehouse takes a part of it.
const heapAim = 640 << 20

// run is the whole program: arguments and a world in, an exit code out.
func run(ctx context.Context, args []string, w world) int {
	if w.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(heapAim)
	}
	a := &app{world: w}
	a.lang = languageOf(args)
	texts, err := data.LoadTexts(a.lang)
	if err != nil {
		fmt.Fprintf(w.Err, "tdkt: --lang %q: vi, en\n", a.lang)
		return exitMisuse
	}
	a.texts = texts
	root := a.root()
	root.SetArgs(args)
	root.SetIn(w.In)
	root.SetOut(w.Out)
	root.SetErr(w.Err)
	return a.exit(root.ExecuteContext(ctx))
}

// exit says what went wrong, once, and gives the exit code.
func (a *app) exit(err error) int {
	var wrong misuse
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errFaults):
		return exitFaults
	case errors.As(err, &wrong) || !a.begun:
		fmt.Fprintf(a.Err, "tdkt: %v\n%s\n", err, a.texts.Get("cmd.see_help"))
		return exitMisuse
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(a.Err, "tdkt:", a.texts.Get("cmd.interrupted"))
		return exitFailed
	}
	fmt.Fprintf(a.Err, "tdkt: %v\n", a.office().Explain(err))
	return exitFailed
}

// languageOf finds --lang before cobra parses, since help itself is in that language.
func languageOf(args []string) string {
	for i, arg := range args {
		if v, ok := strings.CutPrefix(arg, "--lang="); ok {
			return v
		}
		if arg == "--lang" && i+1 < len(args) {
			return args[i+1]
		}
		if arg == "--" {
			break
		}
	}
	return "vi"
}

// root is the command tree. A command that does not exist yet is absent.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use: "tdkt", Short: a.texts.Get("cmd.tdkt.short"), Long: a.texts.Get("cmd.tdkt.long"),
		SilenceUsage: true, SilenceErrors: true,
		PersistentPreRun:  func(*cobra.Command, []string) { a.begun = true },
		Args:              a.commands,
		RunE:              func(c *cobra.Command, _ []string) error { return c.Help() },
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	db := a.Getenv("TDKT_DB")
	if db == "" {
		db = "tdkt.duckdb"
	}
	flags := root.PersistentFlags()
	flags.StringVar(&a.db, "db", db, a.texts.Get("cmd.flag.db"))
	flags.StringVar(&a.lang, "lang", "vi", a.texts.Get("cmd.flag.lang"))
	flags.BoolVar(&a.quiet, "quiet", false, a.texts.Get("cmd.flag.quiet"))
	root.AddCommand(a.runCommand(), a.ingestCommand(), a.readCommand(), a.buildCommand(), a.statusCommand(), a.boardCommand(), a.queryCommand(),
		a.sqlCommand(), a.traceCommand(), a.dashboardCommand(), a.reportCommand(), a.verifyCommand(), a.serveCommand(), a.docsCommand(), a.templateCommand())
	a.wordHelp(root)
	return root
}

// office is the shared work behind the commands, with this call's world.
func (a *app) office() *office.Office {
	progress := a.Err
	if a.quiet {
		progress = io.Discard
	}
	return &office.Office{DB: a.db, Lang: a.lang, Texts: a.texts, Progress: progress, Now: a.Now}
}
