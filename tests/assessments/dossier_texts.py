# ruff: noqa: E501  (a row of a table is one line)
"""Tables of the invented dossiers; columns are parted by bars."""

MDCG = "https://health.ec.europa.eu/medical-devices-sector/new-regulations/guidance-mdcg-endorsed-documents-and-other-guidance_en"
_AIA = "https://eur-lex.europa.eu/eli/reg/2024/1689/2026-07-27/eng"
_MDR = "https://eur-lex.europa.eu/eli/reg/2017/745/oj/eng"
_GDPR = "https://eur-lex.europa.eu/eli/reg/2016/679/oj/eng"

PROVISIONS = f"""
aia-3-1 | AI Act | Art. 3(1) | in-force | {_AIA}#art_3 | AI system | A machine-based system that infers from its input how to produce output such as predictions, content, recommendations or decisions.
aia-3-3 | AI Act | Art. 3(3) | in-force | {_AIA}#art_3 | Provider | Whoever develops an AI system and places it on the market or puts it into service under its own name.
aia-4 | AI Act | Art. 4 | in-force | {_AIA}#art_4 | AI literacy | Providers and deployers take measures that support the AI literacy of those who work with the system.
aia-5 | AI Act | Art. 5 | in-force | {_AIA}#art_5 | Prohibited practices | A short list of uses that nobody may place on the market, put into service or use.
aia-6-1 | AI Act | Art. 6(1) | applies-later | {_AIA}#art_6 | High-risk through product law | An AI system that is itself a product, or a safety component, under the listed product law and needs a third-party assessment is high-risk.
aia-8-2 | AI Act | Art. 8(2) | applies-later | {_AIA}#art_8 | One file with product law | Tests, reports and documents may be joined with those that product law already asks for.
aia-9 | AI Act | Art. 9 | applies-later | {_AIA}#art_9 | Risk management | A continuous process over the whole life of the system that covers health, safety and fundamental rights.
aia-10 | AI Act | Art. 10 | applies-later | {_AIA}#art_10 | Data and data governance | Training, validation and testing data follow documented practices and are examined for bias.
aia-11 | AI Act | Art. 11 | applies-later | {_AIA}#art_11 | Technical documentation | Drawn up before the system is placed on the market; one file together with product law.
aia-12 | AI Act | Art. 12 | applies-later | {_AIA}#art_12 | Record-keeping | The system records events automatically over its lifetime.
aia-13 | AI Act | Art. 13 | applies-later | {_AIA}#art_13 | Transparency to deployers | Instructions say what the system does, how well and within which limits.
aia-14 | AI Act | Art. 14 | applies-later | {_AIA}#art_14 | Human oversight | People can understand, watch, overrule and stop the system while it is used.
aia-15 | AI Act | Art. 15 | applies-later | {_AIA}#art_15 | Accuracy, robustness, cybersecurity | The system reaches an accuracy fit for its purpose, declares it, and withstands faults and attacks.
aia-17 | AI Act | Art. 17 | applies-later | {_AIA}#art_17 | Quality management system | Written policies and procedures that product manufacturers may build into their existing system.
aia-18 | AI Act | Art. 18 | applies-later | {_AIA}#art_18 | Keeping documents | Documentation stays available to authorities for ten years.
aia-43-3 | AI Act | Art. 43(3) | applies-later | {_AIA}#art_43 | Assessment within product law | The notified body checks the AI requirements inside the device procedure.
aia-50-1 | AI Act | Art. 50(1) | in-force | {_AIA}#art_50 | Telling people they meet an AI | Systems that deal directly with people let them know it is an AI, unless that is obvious.
aia-72 | AI Act | Art. 72 | applies-later | {_AIA}#art_72 | Post-market monitoring | A plan to collect and review how the system performs in use.
aia-73 | AI Act | Art. 73 | applies-later | {_AIA}#art_73 | Serious incidents | For devices, only infringements of fundamental rights are reported under the AI Act.
aia-113 | AI Act | Art. 113 | in-force | {_AIA}#art_113 | When it applies | Chapters apply in steps; high-risk duties for product law systems from 2 August 2028.
mdr-2-1 | MDR | Art. 2(1) | in-force | {_MDR}#art_2 | Medical device | Software meant by its manufacturer for a medical purpose in people, such as diagnosis or monitoring, is a device.
mdr-2-12 | MDR | Art. 2(12) | in-force | {_MDR}#art_2 | Intended purpose | What the label, the instructions and the promotion say the device is for.
mdr-10 | MDR | Art. 10 | in-force | {_MDR}#art_10 | General obligations of manufacturers | Design, documentation, quality management, liability cover and cooperation with authorities.
mdr-14 | MDR | Annex I 14 and 17 | in-force | {_MDR}#anx_I | Software and its environment | Software follows the state of the art in its life cycle, risk management, security and validation.
mdr-15 | MDR | Art. 15 | in-force | {_MDR}#art_15 | Person responsible for compliance | A qualified person watches over conformity; micro and small firms may have one at hand.
mdr-27 | MDR | Art. 27, 29, 31 | in-force | {_MDR}#art_27 | UDI and EUDAMED | Devices carry a unique identifier; manufacturer and device are registered before the first unit is sold.
mdr-52 | MDR | Art. 52 | in-force | {_MDR}#art_52 | Conformity assessment | Which procedure each class follows, and where a notified body takes part.
mdr-61 | MDR | Art. 61 | in-force | {_MDR}#art_61 | Clinical evaluation | Clinical data that show safety, performance and benefit, planned and kept current.
mdr-83 | MDR | Art. 83 to 86 | in-force | {_MDR}#art_83 | Post-market surveillance | A planned system that gathers experience from use, with periodic safety update reports.
mdr-87 | MDR | Art. 87 | in-force | {_MDR}#art_87 | Vigilance | Serious incidents are reported within 15, 10 or 2 days.
mdr-viii-rule-11 | MDR | Annex VIII Rule 11 | in-force | {_MDR}#anx_VIII | Software that informs decisions | Class IIa at least, IIb or III where a wrong decision could do serious or irreversible harm; other software is class I.
mdr-viii-3-5 | MDR | Annex VIII 3.5 | in-force | {_MDR}#anx_VIII | The stricter rule decides | Where several rules fit, the strictest applies.
mdcg-2019-11 | MDCG | 2019-11 rev. 1 | guidance | {MDCG} | Qualification and classification of software | How Rule 11 is read by the coordination group, with a table of significance and condition.
mdcg-2025-6 | MDCG | 2025-6 | guidance | {MDCG} | Devices and the AI Act together | Questions and answers on how the two regulations work side by side.
gdpr-9 | GDPR | Art. 9 | in-force | {_GDPR}#art_9 | Health data | Processing of health data needs one of the listed grounds on top of a legal basis.
gdpr-35 | GDPR | Art. 35 | in-force | {_GDPR}#art_35 | Impact assessment | Where processing is likely to bring high risk, its effects are assessed first.
gdpr-28 | GDPR | Art. 28 | in-force | {_GDPR}#art_28 | Processors | A contract binds whoever processes personal data on your behalf.
"""

IMAGING_ANSWERS = """
Your product
purpose-words | What does the product promise, in one sentence? | Flags referable diabetic retinopathy on photographs of the retina | The sentence is from our draft instructions for use, version 0.4.
works-by | How does it arrive at its output? | It has learned from examples
about-whom | Does the software say something about one particular patient? | Yes
medical-purpose | Is it meant for a medical purpose? | Yes, for diagnosis
accessory | Is it sold as an accessory to another device? | No, it works with the photographs of any fundus camera
Your organisation
own-name | Under whose name will it be sold? | Our own
country | Where is the organisation established? | Portugal
size | How many people work for it? | Fewer than 10
Use and users
output | What does the user get from it? | A finding, score or recommendation
who-acts | Who acts on the output? | I don’t know yet | Two pilot clinics want automatic referral, the third reads every picture. Ask Ana before the April meeting.
worst-case | If it misses a case, what is the worst that can realistically follow? | Serious harm, or surgery that could have been avoided
patient-meets | Does a patient meet the AI directly? | I don’t know yet
profiling | Does it build profiles of people over time? | No
emotion | Does it infer emotions? | No
Your data
training-data | Where do the training photographs come from? | Public research sets and one hospital | 61,000 photographs, of which 48,000 from a public set whose licence we still check.
health-data | Does it process health data? | Yes
groups | Have you compared errors between groups of people? | Not yet
Where you are
on-market | Is it on the market or in use already? | No
market-date | When do you want to place it on the market? | March 2028
qms | Do you work under a quality management system? | Partly, after ISO 13485
"""

IMAGING_TRAIL = """
purpose | Intended purpose | Eye screening | MDR Art. 2(12) | settled | |
device | Medical device? | Yes | MDR Art. 2(1) | settled | device-regime |
class | Class | IIa or IIb | MDR Annex VIII Rule 11 | open | mdr-class | IIa or IIb
notified-body | Notified body? | Yes, in either class | MDR Art. 52 | settled | notified-body |
ai-system | AI system? | Yes | AI Act Art. 3(1) | settled | ai-system |
role | Your role | Provider, and manufacturer of the device | AI Act Art. 3(3) | settled | ai-role |
risk | High-risk? | Yes, as a device that needs a notified body | AI Act Art. 6(1) | settled | ai-risk |
duties | Duties | 27, one of them open; 6 apply now | pages that follow | open | |
dates | Dates | High-risk duties apply from 2 August 2028 | AI Act Art. 113 | settled | |
"""

IMAGING_FINDINGS = """
device-regime | Device and regime | Medical device? | settled | A medical device under the MDR | purpose-words medical-purpose about-whom accessory | mdr-2-1 mdr-2-12 mdcg-2019-11 | law | RetinaScreen is software, and you mean it to help find a disease in one particular patient. That is a medical purpose, so the software is a device of its own.
mdr-class | Class and rule | Class | open | Class IIa or IIb | output who-acts worst-case | mdr-viii-rule-11 mdr-viii-3-5 mdcg-2019-11 | law | The software gives information that is used to decide whether a patient is referred. Rule 11 puts such software in class IIa at least. It rises to class IIb where a wrong decision could seriously harm the patient’s health or lead to surgery.
notified-body | Notified body | Notified body? | settled | Needed, in either class | output worst-case | mdr-52 | law | Class IIa and class IIb both need a notified body. Which files it samples depends on the class.
ai-system | AI system | AI system? | settled | An AI system | works-by | aia-3-1 | law | It has learned from examples how to come from a photograph to a finding, and works with some autonomy. That is what the Act calls an AI system.
ai-role | Your role | Your role | settled | Provider, and manufacturer of the device | own-name country | aia-3-3 mdr-10 | law | You develop it and will sell it under your own name. That makes you its provider under the AI Act and its manufacturer under the MDR.
ai-risk | Risk level under the AI Act | High-risk? | settled | High-risk, as a device that needs a notified body | works-by worst-case profiling | aia-6-1 mdcg-2025-6 aia-113 | guidance | The system is itself a device under a law listed in Annex I, and that law asks for a notified body. Both conditions of Article 6(1) are met in either class.
transparency | Telling people about the AI | Article 50 | open | The notice of Article 50(1), or none | patient-meets emotion | aia-50-1 | law | If a patient deals with the system directly, for example at a kiosk, people must be told that it is an AI. You do not know yet whether that is so.
ai-conformity | How conformity is assessed | Procedure | settled | Within the device procedure | works-by | aia-43-3 mdr-52 mdcg-2025-6 | draft-guidance | The notified body checks the AI requirements inside the MDR procedure. One file, one declaration and one CE marking serve both laws.
"""

IMAGING_DUTIES = """
now | Applies now | These do not wait for the product to be sold.
2025-02-02 | since 2 Feb 2025 | aia-4 | Support the AI literacy of your team | Those who build, sell and support the system know enough about it to do so with care. No certificate is asked for. | partly
2025-02-02 | since 2 Feb 2025 | aia-5 | Keep clear of prohibited practices | Check once that no feature comes near the list, and again at each change of purpose. | in-place
2018-05-25 | since 25 May 2018 | gdpr-9 | Hold a ground for health data | Training on photographs of patients needs a legal basis and a ground for health data. | partly
2018-05-25 | since 25 May 2018 | gdpr-35 | Assess the impact on data protection | Health data on a large scale calls for an assessment before you start. | not-started
2018-05-25 | since 25 May 2018 | gdpr-28 | Bind your processors by contract | Cloud and labelling firms that see photographs act under a contract. | in-place
2026-08-02 | since 2 Aug 2026 | aia-50-1 | Tell people that they meet an AI | Only if a patient deals with the system directly. | not-started | open
market | Before you place it on the market | The MDR applies in full today; these are due before the first unit is sold, planned for March 2028.
2021-05-26 | before market | mdr-2-12 | Fix the intended purpose in writing | Label, instructions, clinical evaluation and website say the same. | partly
2021-05-26 | before market | mdr-10 mdr-15 | Run a quality management system | Procedures for design, suppliers, changes, complaints and corrections, proportionate to class and size. | partly | applies | One person responsible for compliance may be at hand instead of employed.
2021-05-26 | before market | mdr-10 | Keep a risk management file | Hazards of missed and false findings, their controls and what remains. | partly
2021-05-26 | before market | mdr-61 | Evaluate the clinical evidence | Plan, data from real use and a report on benefit and risk. | not-started
2021-05-26 | before market | mdr-14 | Develop the software after the state of the art | Life cycle, verification, validation and security, with records. | partly
2021-05-26 | before market | mdr-14 | Protect it against attack | Threat model, minimum requirements for the clinic’s network, updates. | not-started
2021-05-26 | before market | mdr-10 | Draw up the technical documentation | Annexes II and III, kept for ten years after the last unit. | not-started
2021-05-26 | before market | mdr-52 | Pass conformity assessment with a notified body | Application, audit and review; waiting times are long. | not-started
2021-05-26 | before market | mdr-10 | Sign the declaration and affix the CE marking | One declaration for both laws once the AI Act applies. | not-started
2021-05-26 | before market | mdr-10 | Cover your liability | Financial cover in proportion to class, type and size. | not-started
2026-05-28 | before market | mdr-27 | Assign a UDI and register in EUDAMED | Actor, device and certificate modules are mandatory. | not-started
2021-05-26 | from first sale | mdr-83 | Watch the device in use | A surveillance plan and a periodic safety update report. | not-started
2021-05-26 | from first sale | mdr-87 | Report serious incidents | A procedure that keeps the limits of 15, 10 and 2 days. | not-started
later | From 2 August 2028 | High-risk duties of the AI Act. They join the device procedure; nothing is done twice.
2028-08-02 | from 2 Aug 2028 | aia-9 | Extend the risk file to fundamental rights | The device file stays; add what could harm rights, such as unequal accuracy. | partly
2028-08-02 | from 2 Aug 2028 | aia-10 | Govern the data | Origin, labelling, gaps and bias of training, validation and test data. | not-started
2028-08-02 | from 2 Aug 2028 | aia-11 aia-18 | Add the AI part to the technical file | Model, training, metrics, changes foreseen; one file with the MDR. | not-started | applies | Small firms may use the short form.
2028-08-02 | from 2 Aug 2028 | aia-12 | Record events | Logs that let a finding be traced. | in-place
2028-08-02 | from 2 Aug 2028 | aia-13 | Tell deployers what it can and cannot do | Accuracy by group, known limits, cameras tested. | not-started
2028-08-02 | from 2 Aug 2028 | aia-14 | Build in human oversight | The reader can understand, doubt and overrule a finding. | partly
2028-08-02 | from 2 Aug 2028 | aia-15 | Show accuracy, robustness and security | Declared metrics, tests on unseen clinics, defence against manipulated pictures. | not-started
2028-08-02 | from 2 Aug 2028 | aia-17 aia-72 | Add AI to the quality system and to monitoring | A few procedures more in the system you already have. | not-started
"""

IMAGING_EXCLUDED = """
Rights impact assessment | AI Act Art. 27 | It binds deployers of systems listed in Annex III. Yours is high-risk through device law.
EU database of the AI Act | AI Act Art. 49 | Devices are registered in EUDAMED instead.
General-purpose AI models | AI Act Art. 53 | You place no model on the market that others build upon.
Cyber Resilience Act | CRA Art. 2(2) | Medical devices are outside it.
"""

IMAGING_READINESS = """
Quality system | 3 2 1 1
Risk and safety | 1 1 1 0
Clinical evidence | 1 1 3 0
Data and bias | 1 0 4 0
Technical file | 2 3 1 0
Oversight and instructions | 2 1 1 0
Security | 3 1 0 1
Market and vigilance | 0 0 4 1
Organisation | 3 1 2 2
Data protection | 2 1 1 0
"""

IMAGING_GAPS = """
intended-purpose-statement | Settle who acts on the output, and write it into the intended purpose | Technical file | partly | before market | S | clinical lead | One page that label, instructions, clinical evaluation and website all quote. It says who reads the finding and what happens next. | intended purpose statement; change record | | | Fix the intended purpose in writing
dpia | Assess the impact on data protection | Data protection | not-started | applies now | M | data lead | The flow of photographs from camera to model, its risks for patients and the controls, signed before the next training run. | data protection impact assessment; record of processing | | | Assess the impact on data protection; Hold a ground for health data
ai-literacy | Train the team on what the model can and cannot do | Organisation | partly | applies now | S | regulatory lead | Each role knows the limits that matter to it. A short record shows who learned what. | training plan; attendance record | | | Support the AI literacy of your team
data-governance | Name where every training photograph comes from | Data and bias | not-started | from 2 Aug 2028 | M | data lead | Each set has an origin, a licence, a labelling procedure and a known population. | data sheet per set; licence register; labelling protocol | | The device file asks for sound data; the AI Act adds how it was chosen and which gaps remain. | Govern the data
risk-management-file | Complete the risk file for missed and false findings | Risk and safety | partly | before market | M | regulatory lead | Each hazard has a control, evidence that it works and a judgement on what remains. | risk management plan; risk file; report | EN ISO 14971:2019 + A11:2021 | | Keep a risk management file
cybersecurity-file | Model the threats and set requirements for the clinic’s network | Security | not-started | before market | M | software lead | Threat model, bill of materials, update path and what the clinic has to provide. | threat model; software bill of materials; penetration test | EN IEC 81001-5-1:2022 | | Protect it against attack
accuracy-robustness-testing | Test on photographs from two clinics not used in training | Clinical evidence | not-started | from 2 Aug 2028 | L | clinical lead | Sensitivity and specificity with intervals, by clinic and camera, against a plan written first. | test plan; test report; statistical analysis | | Declared accuracy belongs in the instructions. | Evaluate the clinical evidence; Show accuracy, robustness and security
bias-examination | Compare misses by sex, age and camera | Data and bias | not-started | from 2 Aug 2028 | M | data lead | Errors by group with intervals, and what was done where they differ. | bias report; mitigation record | | New with the AI Act; the device law asks for it only in general. | Govern the data; Extend the risk file to fundamental rights
clinical-evaluation | Plan and write the clinical evaluation | Clinical evidence | not-started | before market | L | clinical lead | State of the art, own data, equivalence only where it holds, benefit against risk. | evaluation plan; literature search; evaluation report | | | Evaluate the clinical evidence
human-oversight-design | Show the reader why, and let the reader overrule | Oversight and instructions | partly | from 2 Aug 2028 | M | product lead | Heat map, confidence and a one-step override that is recorded. | usability report; design record | EN 62366-1:2015 + A1:2020 | The measures are named in the instructions and tested with users. | Build in human oversight
technical-documentation | Draw up one technical file for both laws | Technical file | not-started | before market | L | regulatory lead | Annexes II and III of the MDR with the AI part in its own volume. | technical file; requirements checklist | | Model card, training record and metrics join the file. | Draw up the technical documentation; Add the AI part to the technical file
notified-body-route | Apply to a notified body | Technical file | not-started | before market | L | regulatory lead | Ask three bodies for scope, time and price; apply with a complete file. | application; correspondence | | | Pass conformity assessment with a notified body
pms-system | Plan surveillance in use | Market and vigilance | not-started | from first sale | M | clinical lead | What is gathered, how often it is reviewed and what triggers action. | surveillance plan; monitoring plan for the model | | One plan can serve both laws. | Watch the device in use; Add AI to the quality system and to monitoring
vigilance-procedure | Write the procedure for serious incidents | Market and vigilance | not-started | from first sale | S | regulatory lead | Who decides, who reports, and how the limits are kept on a weekend. | procedure; form; contact list | | | Report serious incidents
udi-eudamed | Assign the UDI and register | Market and vigilance | not-started | before market | S | regulatory lead | Basic UDI-DI, device and certificate registered before the first unit. | registration record | | | Assign a UDI and register in EUDAMED
"""

IMAGING_PLAN = """
First quarter 2027 | 2027-03-31 | by 31 March | intended-purpose-statement dpia ai-literacy
Second quarter 2027 | 2027-06-30 | by 30 June | data-governance risk-management-file cybersecurity-file
Third quarter 2027 | 2027-09-30 | by 30 September | accuracy-robustness-testing bias-examination human-oversight-design
Fourth quarter 2027 | 2027-12-31 | by 31 December | clinical-evaluation technical-documentation notified-body-route
First quarter 2028 | 2028-03-31 | by 31 March | pms-system vigilance-procedure udi-eudamed
"""

IMAGING_DATES = """
2021-05-26 | 26 May 2021 | applies | The MDR applies | MDR Art. 123 | In full, to every device newly placed on the market.
2025-02-02 | 2 February 2025 | applies | AI literacy and prohibited practices | AI Act Art. 4, 5, 113 | Apply already.
2026-05-28 | 28 May 2026 | applies | EUDAMED is mandatory | MDR Art. 123 | Actor, device, certificate and market surveillance modules.
2026-08-02 | 2 August 2026 | applies | The AI Act applies in general | AI Act Art. 113 | Article 50 among others; not the high-risk duties.
2026-12-09 | 9 December 2026 | law | New product liability | Directive (EU) 2024/2853 | Software is a product; applies to what is sold after this date.
2027-03-26 | 26 March 2027 | law | The Health Data Space applies | EHDS Art. 105 | Most duties follow in 2029 and 2031.
2027-08-02 | 2 August 2027 | law | National AI sandboxes are open | AI Act Art. 57 | At least one in each Member State.
2027-09-30 | 30 September 2027 | own | You apply to a notified body | your plan | Counted back from March 2028.
2027-10-15 | 15 October 2027 | open | Revision of the MDR | COM(2025) 1023 | A proposal that would change Rule 11. No duty here rests on it.
2028-01-28 | 28 January 2028 | law | Notified bodies ask for AI designation | AI Act Art. 43(3) | Ask yours about its plans.
2028-03-31 | 31 March 2028 | own | You place it on the market | your plan | Units of the same type placed before 2 August 2028 keep their place until the design changes significantly.
2028-08-02 | 2 August 2028 | law | High-risk duties for devices | AI Act Art. 113 | Chapter III, Sections 1 to 3.
2029-03-26 | 26 March 2029 | law | Secondary use of health data | EHDS Art. 105 | Data holders answer requests.
"""

IMAGING_SUPPORT = """
real-images | Try it on real images | Test on photographs from two clinics not used in training
TEF-Health node Portugal | TEF-Health | Coimbra | Tests in physical and virtual settings; validation with clinical partners | discounted for SMEs | active | https://tefhealth.eu/ | 2024-10 | It tests imaging software and lies in your country. | | Create an account in the catalogue and name the service you need.
TEF-Health Call 2 | TEF-Health service | online | 270 services for EU and EEA SMEs, TRL 6 or more | discounted | check first | https://tef-prod-w001.charite.de/calls/2 | 2025 | Open to small firms. | You stand at TRL 5; the call asks for 6. | Pick services under the open call, apply, then talk with the node.
Cancer Image Europe | data infrastructure | Europe | Federated image collections and benchmarking | not known | active | https://cancerimage.eu/ | 2025-02-06 | Imaging data under clear access rules. | Its collections are oncology; ask whether eye images are planned. | Register and send a data request.
regulator | Ask a regulator before you commit | Settle who acts on the output; Tell people that they meet an AI
AI regulatory sandbox Portugal | AI sandbox | Lisboa, ANACOM | Supervised testing with guidance; free for SMEs save exceptional costs | free | planned | https://www.anacom.pt | 2026-06 | You are a provider in Portugal with an open legal point. | It must be open by 2 August 2027. | Write to the single point of contact and ask for the first call.
ANACOM | AI Act authority | Lisboa | Single point of contact for the AI Act | free | active | https://www.anacom.pt | 2026-06-03 | It answers questions on scope. | | Write with one page on the product.
INFARMED | device authority | Lisboa | Questions on qualification and class | free | active | https://www.infarmed.pt | 2024-01-03 | It is the device authority of your country. | | Send the intended purpose and your reading of Rule 11.
EUSAiR | sandbox network | Europe | Pilots and common methods for sandboxes | free | check first | https://eusair-project.eu/ | 2025-01-27 | It takes start-ups into pilots. | The project ends about January 2027. | Ask for the last pilot call.
compute | Compute, skills and first tests | Compare misses by sex, age and camera; Train the team on what the model can and cannot do
ATTRACT | European Digital Innovation Hub | Porto | Test before invest, computing, training | subsidised | check first | https://attract-ai.pt | 2025-04-28 | It lies in your region and covers health. | Check that the funding period runs. | Ask for a first meeting through the network.
BSC AI Factory | AI Factory | Barcelona, with Portuguese partners | Computing time for start-ups and SMEs | free | active | https://eurohpc-ju.europa.eu | 2024-12 | Portugal is a partner. | | Apply through the EuroHPC access calls.
bodies | Notified bodies and money | Apply to a notified body
TÜV NORD CERT | notified body 0044 | Essen | MDR certification | paid | active | https://webgate.ec.europa.eu/single-market-compliance-space/notified-bodies | 2025-12 | Listed for the MDR. | No AI Act designation found yet. | Ask for the code MDA 0315 and a date.
NSAI | notified body 0050 | Dublin | MDR and IVDR certification | paid | active | https://webgate.ec.europa.eu/single-market-compliance-space/notified-bodies | 2025-12 | Listed for the MDR. | No AI Act designation found yet. | Ask for scope, waiting time and price.
EIC Accelerator | funding | Europe | Grant up to EUR 2.5 million and equity | free | active | https://eic.ec.europa.eu/eic-frequently-asked-questions/faqs-eic-accelerator_en | 2026 | A single SME at TRL 5 or above may apply. | | Send the short proposal; it is taken at any time until 17 December 2026.
"""

CLASS_ONE_ANSWERS = """
Your product
purpose-words | What does the product promise, in one sentence? | Reminds people with asthma to use their inhaler and keeps a diary
works-by | How does it arrive at its output? | By fixed rules that people wrote
medical-purpose | Is it meant for a medical purpose? | Yes, it supports treatment
output | What does the user get from it? | Reminders and a diary, no recommendation on dose
Your organisation
own-name | Under whose name will it be sold? | Our own
"""

CLASS_ONE_TRAIL = """
purpose | Intended purpose | Asthma diary | MDR Art. 2(12) | settled | |
device | Medical device? | Yes | MDR Art. 2(1) | settled | device-regime |
class | Class | Class I | MDR Annex VIII Rule 11 | settled | mdr-class |
notified-body | Notified body? | Not needed | MDR Art. 52 | settled | |
ai-system | AI system? | No | AI Act Art. 3(1) | settled | ai-system |
role | Your role | Manufacturer | MDR Art. 10 | settled | |
risk | High-risk? | Not needed | | not-needed | |
duties | Duties | 6, all before market | | settled | |
dates | Dates | The MDR applies now | MDR Art. 123 | settled | |
"""

CLASS_ONE_FINDINGS = """
device-regime | Device and regime | Medical device? | settled | A medical device under the MDR | medical-purpose purpose-words | mdr-2-1 mdr-2-12 | law | The app supports the treatment of a disease, so it is a device.
mdr-class | Class and rule | Class | settled | Class I | output | mdr-viii-rule-11 mdcg-2019-11 | guidance | It informs no decision on diagnosis or treatment, so the last sentence of Rule 11 applies.
ai-system | AI system | AI system? | settled | Not an AI system | works-by | aia-3-1 | law | It follows rules that people wrote and infers nothing from data.
"""

CLASS_ONE_DUTIES = """
market | Before you place it on the market | You declare conformity yourself.
2021-05-26 | before market | mdr-10 mdr-15 | Run a quality management system | Proportionate to class I. | partly
2021-05-26 | before market | mdr-61 | Evaluate the clinical evidence | A short evaluation that fits the modest claim. | not-started
2021-05-26 | before market | mdr-10 | Draw up the technical documentation | Annexes II and III. | not-started
2021-05-26 | before market | mdr-27 | Assign a UDI and register in EUDAMED | Before the first unit. | not-started
2021-05-26 | from first sale | mdr-83 | Watch the device in use | A plan and a report, no periodic safety update report. | not-started
2021-05-26 | from first sale | mdr-87 | Report serious incidents | A procedure that keeps the limits. | in-place
"""

CLASS_ONE_GAPS = """
technical-documentation | Draw up the technical file | Technical file | not-started | before market | M | regulatory lead | Annexes II and III, a few dozen pages for an app like this. | technical file; requirements checklist | | | Draw up the technical documentation
clinical-evaluation | Write the clinical evaluation | Clinical evidence | not-started | before market | M | clinical lead | Literature on reminders and adherence, and your own usability data. | evaluation report | | | Evaluate the clinical evidence
"""

CLASS_ONE_SUPPORT = """
regulator | Ask before you commit | Draw up the technical file
INFARMED | device authority | Lisboa | Questions on qualification and class | free | active | https://www.infarmed.pt | 2024-01-03 | It is the device authority of your country. | | Send the intended purpose and your reading of Rule 11.
"""
