package html_test

import (
	"testing"

	"colophon/internal/document/documenttest"
	"colophon/internal/document/html"
)

// samples hold each construct at least once, in the shapes that have broken HTML tools.
var samples = []string{
	"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=utf-8>\n<title>The year &amp; the\n  brook</title>\n<meta name=\"description\" content=\"A letter\n from the village\">\n" +
		"<meta property='og:title' content='It&#39;s raining'>\n<meta name=author content=\"Ida Karg\">\n<link rel=stylesheet href=x.css>\n<style>p{}</style>\n</head>\n" +
		"<body>\n<h1>The <em>year</em></h1>\n<p>It rained on the first day, and\n   the brook <a href=\"/b?x=1&amp;y\" title=\"a > b\">rose</a>\n   over the stones.</p>\n</body>\n</html>\n",
	"<p>one\n<p>two\n<ul>\n<li>a\n<li>b\n<ul><li>c</ul>\nafter c\n<li>d\n</ul>\nafter\n<h2>Open\n<p>para</h2>\n",
	"<dl><dt>Term<dd>Says <b>this</b>.<dt>Two</dt><dd><p>And that.</p></dd></dl>\n",
	"<table summary=\"Lambs\"><caption>Sheep</caption><colgroup><col></colgroup>\n<tr><th abbr=\"n\">Name<th>Age\n<tbody><tr><td>Ida<td>12\n<tr><td><p>x</p>y<td title='t'>z\n</table>\n",
	"<blockquote>quoted <br>text</blockquote><hr><address>An address</address>\n<figure><img src=a.png alt=\"A view\"><figcaption>The view</figcaption></figure>\n",
	"<p>In <code>x &lt; y</code> and <svg viewBox=\"0 0 1 1\"><title>t</title><path d='M0'/></svg> here, <math><mi>x</mi></math> too.</p>\n<svg><text>no</text></svg>\n",
	"<pre>\n  code <b>x</b>\n</pre>\n<script>if (a < b) { document.write('<p>x</p>') }</script>\n<textarea placeholder=\"Say it\">t</textarea><noscript>n</noscript><template><p>x</p></template>after\n",
	"<div translate=no><p>kept</p><p translate=yes>spoken</p></div>\n<p class=\"a notranslate b\">kept</p>\n<p>We use <span translate=\"no\">ACME</span> here.</p>\n<p><span translate=no>ACME</span></p>\n",
	"<html lang=en-GB><body><p lang=fr>Non.</p><p lang=en-US>Yes.</p><blockquote lang=de>Nein <p lang=en>but</p></blockquote><p>the <i lang=la>via</i></p>\n",
	"<!-- colophon: skip -->\n<div><p>no</p></div>\n<p>yes</p>\n<!-- colophon: note for you -->\n<!-- colophon: id pinned -->\n<p>pinned</p>\n<!-- i18n:skip-start --><p>out<!-- i18n:skip-end -->in</p>\n<!-- c -->a <!-- b --> c<!-- d -->\n",
	"<p>Hello {{ name }}, <?php echo $x ?> and <% y %>.</p><p>{{ title }}</p><a title=\"{{ t \"x\" }}\">y</a><div {{ if x }}class=\"y\"{{ end }}>z</div>\n",
	"<a href=x><h3>Title</h3> text</a> more <b>bold <i>both</b> it</i> end</b>\n<p><b>open<p>next</b>\n",
	"a < b <3 and > c & d &nbsp; </> </ x> <! y> <?z>\n<INPUT type=submit value=Send><input placeholder='Your name' type=text> <button title=Go>Go</button>\n",
	"<select><optgroup label=One><option>a<option selected>b</optgroup><option>c</select><label>Name <input alt=x></label>\n",
	"<p its-loc-note=\"a greeting\">Hi</p><div>x<div its-within-text=yes>y</div>z <span its-within-text=no>apart</span> w</div>\n",
	"<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/></head><body><div/><p>One<a id=\"x\"/> two<br/>three</p><script src=\"x\"/><p>four</p></body></html>\n",
	"<p>日本語の文章は\n改行されても\n空白がない。<p>한국어 문단은\n띄어쓰기가 있다.\n",
	"<p title=unquoted alt>x</p><p title='sin\"gle'>y</p><p title=\"dou'ble\n  lines\">z</p><p title=\"  \">w\n\n  v</p>\n",
	"<p>\n  <a\n    href=\"x\">Home</a>\n  <a href=y\n    title=\"Two\n    lines\">There</a>\n</p>\n",
	"<!-- unclosed <p>x\n",
	"text <a href=\"unfinished\n",
	"<title>a</title><div>b</div><textarea>unclosed",
	"&#20013;&eacute; <my-card><my-title>Hello</my-title></my-card> &nbsp;\n<p>&mdash;</p><p>|</p><p>12</p>",
	"<ruby>漢<rp>(</rp><rt>kan</rt></ruby>\f<p>a\fb\vc\td\u00a0</p>\r<p>x\ry\r",
}

func TestLaws(t *testing.T) { documenttest.Run(t, html.Format{}, samples...) }

func FuzzLaws(f *testing.F) { documenttest.Fuzz(f, html.Format{}, samples...) }
