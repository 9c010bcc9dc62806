"""The shapes of claims, as patterns of letters (``lexicon``): what gives a grade to which services.

In each, ``s`` are the services, ``g`` is the grade and ``verb`` what links them. A shape without ``s`` is about all
that was inspected ("The last inspection of adoption in March 2012 was: good"). With ``itself`` the grade is its own
verb ("adoption required improvement"). The first that fits a grade decides.
"""

import re

SERVICES = "S(?:,?&?S)*"
_WHO = rf"(?P<s>{SERVICES}|N|P)"
_WHERE = r"(?:[po]N)?"
_AT = r"(?:,?pI(?:[po]?D)?,?)?"
_SINCE = r"(?:pI)?(?:[po]?D)?"
_INSPECTED = r"C?E(?:pI)?(?:p?D)?"
_AND = rf"(?:M,?&|{_INSPECTED},?&|,w)?"
CLAIMS = (
    re.compile(rf"{_WHO}{_WHERE}{_INSPECTED},?&(?P<verb>A)v?(?P<g>G)(?!J)"),
    re.compile(rf"{_WHO}{_WHERE}{_AND}{_AT}(?P<verb>[VKC])v?(?P<g>G)(?!J)"),
    re.compile(rf"{_WHO}{_WHERE},(?P<verb>[VKA])v?(?P<g>G)(?!J)"),
    re.compile(rf"{_WHO}{_WHERE}x?M(?P<g>g)(?=pDpGp?D)"),
    re.compile(rf"(?:(?:{SERVICES}|N|P){_WHERE}R)?(?P<s>S)(?P<award>J?)o+v?(?P<g>G)"),
    re.compile(rf"Vw{_WHO}{_WHERE}(?P<verb>[VCZ])?v?(?P<g>G)"),
    re.compile(rf"{_WHO}{_WHERE}{_AT}(?P<verb>R)v?(?P<g>G)J"),
    re.compile(rf"{_WHO}{_WHERE}{_AT}(?P<verb>R)v?Jo+v?(?P<g>G)"),
    re.compile(rf"A(?:p?D,?w)?{_WHO}{_WHERE}(?P<verb>[VCZK])?v?(?P<g>G)"),
    re.compile(rf"J(?:[fo]+(?P<s>{SERVICES}|N))?{_WHERE}(?:{_AT}|p?D)(?P<verb>[CVK])v?(?P<g>G)"),
    re.compile(rf"{_WHO}{_WHERE}(?:,?w)?(?P<itself>)(?P<g>G)(?!J)(?=$|[,.:&wsLBv]|p?[IDT])"),
    re.compile(r"[ID](?P<verb>[CVR]):?v?(?:Jo+)?v?(?P<g>G)"),
    re.compile(rf"(?P<s>{SERVICES})pI(?:p?D)?:v?(?P<g>G)"),
    re.compile(r"(?:(?<![A-Za-z][po])I(?:p?D)?|(?<![A-Za-z])J):v?(?P<g>G)"),
    re.compile(rf"(?<![SNP])(?P<verb>V)v?(?P<g>G)(?=[^,.]*,(?P<s>{SERVICES}|N))"),
    re.compile(rf"(?P<v>v)?Jo+v?(?P<g>G)(?:[fop]+(?P<s>{SERVICES}|N))?"),
    re.compile(rf"(?P<v>v)?(?P<g>G)J(?:[fop]+(?P<s>{SERVICES}|N))?"),
)
FURTHER = (
    re.compile(rf"{_SINCE}[,&:]+(?P<g>G)v?[fp]+(?P<s>{SERVICES})(?![SFOx])"),
    re.compile(rf"{_SINCE}[,&:]+[of]*(?P<s>{SERVICES})[CZK]?v?(?P<g>G)(?![SFOx])"),
    re.compile(r"[,&:]+(?P<g>G)(?P<s>S)(?![SFOx])"),
)
"""How a claim goes on without a verb; the last shape only with "capacity to improve"."""
AGAIN = re.compile(rf"{_SINCE}(?:[,&:]+Z?v?|(?<=D)p)(?P<g>G)(?=(?:pI)?[po]?D)")
"""How it goes on with another grade of the same services at another date: "good in 2012 and outstanding in 2016"."""
LISTED = (
    re.compile(rf"(?P<s>{SERVICES})(?:p?D)?:?C?:?v?(?P<g>G)"),
    re.compile(rf"(?P<g>G)[fp:]+(?P<s>{SERVICES})(?=$|[,.:G])"),
)
LISTED_ALONE = re.compile(rf"(?:(?:{SERVICES}|v):v?G[,&.]?)+|(?:G:(?:{SERVICES}|v)[,&.]*)+")
"""A sentence that is nothing but such a list: "Adoption: good.", "Good: adoption."."""
GOES_ON = re.compile(r"^[^OThc]*S(?:V|C(?=v?G(?:L|[.,&]|$)))v?G(?![xcFSOJ])[^OTh]*$")
"""Services "were judged good", or "were good", where the sentence before tells of an inspection without a date."""
QUALIFIED = re.compile(rf"v?(?:f+(?=P)|[fp]+(?!P))(?P<s>{SERVICES}(?:,?&f+{SERVICES})*|N|P|x|F|O|c)|(?P<all>v|L|B)")
"""What a grade is for: "good for adoption", "good in all areas"."""
AWARD = re.compile(
    r"[VKR]v?(?:G|Jo+G)|A[^.,&G]{1,5}[ZK]G|Jo+G|GJ|J(?:[fo]+S)?Cv?:?G|wSCv?G|A[SN]{1,3}G|CxG[SF]|[SN]AG|G,?ZpI|g"
)
"""What may award a grade, with a service that no shape knows."""
ENDS = ".,:&psfvLwBTIhDV"
"""What may follow a grade; a word that follows makes it an adjective ("good progress")."""
