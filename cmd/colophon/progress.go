package main

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// patience is how long work goes on in silence before its progress is shown.
const patience = 400 * time.Millisecond

// progress shows how many of all steps are done, on one line that is wiped at the end. Only for terminals.
func progress(w io.Writer) func(done, total int) {
	var mu sync.Mutex
	begun, last := time.Now(), time.Time{}
	return func(done, total int) {
		mu.Lock()
		defer mu.Unlock()
		now := time.Now()
		if now.Sub(begun) < patience || done < total && now.Sub(last) < 50*time.Millisecond {
			return
		}
		last = now
		if done >= total {
			fmt.Fprint(w, "\r\x1b[K")
			return
		}
		fmt.Fprintf(w, "\r\x1b[K%d/%d", done, total)
	}
}
