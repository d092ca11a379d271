package vn.angiang.plan72.capital;

/** The five projects of the programme (QĐ 1722/QĐ-TTg 2016), and everything beside them. */
public enum Project {
    DA1,
    DA2,
    DA3,
    DA4,
    DA5,
    KHAC;

    /** Key of its name. */
    public String messageKey() {
        return "capital.project." + name();
    }
}
