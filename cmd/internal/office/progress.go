package office

import (
	"fmt"
	"io"

	"tdkt/ingest/finding"
)

// progress says how far a long piece of work is: at most about ten lines for a pile of files,
// so that a log stays readable and a person sees that something happens.
func (o *Office) progress(done, total int, key, name string) {
	step := max(1, total/10)
	if done == 1 || done == total || done%step == 0 {
		o.say(key, done, total, name)
	}
}

// say writes one line of progress. Names from outside must not break it or drive a terminal.
func (o *Office) say(key string, args ...any) {
	if o.Progress != nil && o.Progress != io.Discard {
		for i := range args {
			if text, ok := args[i].(string); ok {
				args[i] = finding.OneLine(text)
			}
		}
		fmt.Fprintln(o.Progress, o.Texts.Get(key, args...))
	}
}
